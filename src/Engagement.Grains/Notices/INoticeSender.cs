using Engagement.Contracts;

namespace Engagement.Grains.Notices;

/// <summary>Hands one message to WeChat. The grains know no protocol: the site brings this.</summary>
public interface INoticeSender
{
    /// <summary>Sends once, and never again by itself.</summary>
    Task<SendResult> Send(OutgoingNotice notice);
}

/// <summary>One message: how many of what, never what a letter says.</summary>
/// <param name="OpenId">The receiver.</param>
/// <param name="Template">With which template.</param>
/// <param name="Counts">How many notices of each kind; at least one.</param>
/// <param name="Newest">When the newest of them happened.</param>
/// <param name="Language"><c>zh-Hans</c> or <c>en</c>.</param>
/// <param name="Key">At most 32 characters: the same message has the same one.</param>
public sealed record OutgoingNotice(
    string OpenId, NoticeTemplate Template, IReadOnlyDictionary<NoticeKind, int> Counts, DateTimeOffset Newest, string Language, string Key)
{
    /// <summary>Nothing of it, so that no openid reaches a log by way of formatting.</summary>
    public override string ToString() => nameof(OutgoingNotice);
}

/// <summary>What became of it.</summary>
/// <param name="Outcome">What to do about it.</param>
/// <param name="MessageId">WeChat's number of it; 0 for none.</param>
public readonly record struct SendResult(SendOutcome Outcome, long MessageId = 0);

/// <summary>What became of a message, as far as the ledger of credits must act differently.</summary>
public enum SendOutcome
{
    /// <summary>Perhaps taken: it isn't sent again.</summary>
    Unknown = 0,

    /// <summary>Taken.</summary>
    Taken,

    /// <summary>The person refuses, or has no credit (43101): the template is at zero.</summary>
    Refused,

    /// <summary>The person doesn't follow (43004).</summary>
    Away,

    /// <summary>Not taken, and worth another try later (-1, quotas, tokens).</summary>
    NotNow,

    /// <summary>Not taken, and the same would not be taken again: settings, template, openid.</summary>
    Never,
}

/// <summary>Sends nothing: a site without templates, and subcommands.</summary>
public sealed class NoSender : INoticeSender
{
    /// <inheritdoc/>
    public Task<SendResult> Send(OutgoingNotice notice) => Task.FromResult(new SendResult(SendOutcome.Never));
}
