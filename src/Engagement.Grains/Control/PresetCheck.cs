using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Moderation;

namespace Engagement.Grains.Control;

/// <summary>Whether words may be offered to everybody: the seed and operators pass the same check. Pure.</summary>
public static class PresetCheck
{
    /// <summary>Characters of an English text.</summary>
    public const int LongestEnglish = 2 * MessageText.DefaultMax;

    /// <summary>The field that is not right, <c>zh</c> or <c>en</c>; null for none.</summary>
    public static string? Fault(PresetWords words, IMessageModerator moderator) =>
        Reason(words.Zh, MessageText.DefaultMax, moderator) is not null ? "zh" : Reason(words.En, LongestEnglish, moderator) is not null ? "en" : null;

    /// <summary>What is wrong with a text, for whoever runs the site; null for nothing.</summary>
    public static string? Reason(string? text, int longest, IMessageModerator moderator) =>
        MessageText.Validate(text, longest) is var error and not MessageTextError.None ? $"{error}; at most {longest} characters of plain text."
        : ShareCopy.Breach(text!) is { } breach ? $"WeChat would take \"{breach}\" for an inducement to share (docs/wechat.md, share rules)."
        : moderator.Check(text!) is var verdict && verdict != ModerationVerdict.Pass ? $"the moderator answers {verdict.Outcome} ({verdict.Category})."
        : null;
}
