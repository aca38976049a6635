using System.Globalization;

namespace Engagement.Web.Console;

/// <summary>Where two versions of a short text differ: what is the same before and behind, what went and what came. By characters as people see them.</summary>
/// <param name="Start">The same at the beginning.</param>
/// <param name="Gone">Only in the old one.</param>
/// <param name="Come">Only in the new one.</param>
/// <param name="End">The same at the end.</param>
public sealed record TextDifference(string Start, string Gone, string Come, string End)
{
    /// <summary>Between two texts.</summary>
    public static TextDifference Between(string before, string after)
    {
        string[] old = [.. Characters(before)], now = [.. Characters(after)];
        var most = Math.Min(old.Length, now.Length);
        var (start, end) = (0, 0);
        while (start < most && old[start] == now[start])
        {
            start++;
        }

        while (end < most - start && old[^(end + 1)] == now[^(end + 1)])
        {
            end++;
        }

        return new(string.Concat(old[..start]), string.Concat(old[start..^end]), string.Concat(now[start..^end]), string.Concat(old[^end..]));
    }

    private static IEnumerable<string> Characters(string text)
    {
        for (var elements = StringInfo.GetTextElementEnumerator(text); elements.MoveNext();)
        {
            yield return elements.GetTextElement();
        }
    }
}
