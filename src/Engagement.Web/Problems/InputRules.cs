using Engagement.Grains.Moderation;

namespace Engagement.Web.Problems;

/// <summary>What a field may hold, where a type alone does not say it.</summary>
internal static class InputRules
{
    /// <summary>Longest reason of a report or of an operator's act, in UTF-16 units.</summary>
    public const int ReasonLength = 200;

    /// <summary>Whether operators can read it: 1 to 200 characters, none of which hides or reorders others.</summary>
    public static bool IsReason(string? text) => text is { Length: <= ReasonLength } && MessageText.Validate(text, ReasonLength) == MessageTextError.None;

    /// <summary>Reads a name of an enumeration, in any case. Numbers, signs, spaces and lists are no names.</summary>
    public static bool IsName<T>(string? text, out T value)
        where T : struct, Enum => Enum.TryParse(text, ignoreCase: true, out value) && Enum.IsDefined(value)
        && string.Equals(value.ToString(), text, StringComparison.OrdinalIgnoreCase);
}
