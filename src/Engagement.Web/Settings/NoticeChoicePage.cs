using Engagement.Contracts;
using Engagement.Web.Shared;

namespace Engagement.Web.Settings;

/// <summary>What also comes as a WeChat message.</summary>
/// <param name="Choice">What holds now.</param>
/// <param name="Known">WeChat has told of this person, so that a message can be sent at all.</param>
/// <param name="From">Nothing comes from this time on.</param>
/// <param name="Until">Nothing comes before this time.</param>
public sealed record NoticeChoicePage(NoticeChoice Choice, bool Known, TimeOnly From, TimeOnly Until)
{
    public string Command { get; init; } = CommandKey.New();

    /// <summary>The topics in the order of the form.</summary>
    public static IReadOnlyList<NoticeTopics> Topics => [NoticeTopics.Gifts, NoticeTopics.Travels, NoticeTopics.Thanks, NoticeTopics.Returns, NoticeTopics.Activities, NoticeTopics.Account];
}
