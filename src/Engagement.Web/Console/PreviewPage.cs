using Engagement.Web.Shared;

namespace Engagement.Web.Console;

/// <summary>A change before it is made: what it changes, from when on, and what people will see. Nothing is changed yet.</summary>
/// <param name="What">The field's name.</param>
/// <param name="When">From when on it holds.</param>
/// <param name="Lines">Before and after.</param>
/// <param name="Samples">What people will see.</param>
/// <param name="Hidden">What was filled in, to be sent again.</param>
/// <param name="Way">Where to confirm; with <c>/preview</c> behind it, where to go back to the form.</param>
/// <param name="Moved">Somebody changed it while it was looked at.</param>
public sealed record PreviewPage(
    string What, string When, IReadOnlyList<PreviewLine> Lines, IReadOnlyList<PreviewSample> Samples, IReadOnlyDictionary<string, string?> Hidden, string Way, bool Moved = false)
{
    /// <summary>The key of the confirmation.</summary>
    public string Command { get; } = CommandKey.New();
}

/// <summary>One value.</summary>
/// <param name="Label">Which.</param>
/// <param name="Before">As it holds.</param>
/// <param name="After">As it will hold.</param>
public sealed record PreviewLine(string Label, string Before, string After)
{
    /// <summary>Where they differ.</summary>
    public TextDifference Difference => TextDifference.Between(Before, After);
}

/// <summary>Something as people will see it.</summary>
/// <param name="Label">Where.</param>
/// <param name="Text">What it says.</param>
/// <param name="Look">Its class: <c>strip</c> for the line on top of a page, <c>letter</c> for a letter.</param>
/// <param name="Language">Of the text, as <c>lang</c> says it.</param>
public sealed record PreviewSample(string Label, string Text, string Look, string? Language = null);
