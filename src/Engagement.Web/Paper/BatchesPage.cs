using Engagement.Web.Shared;

namespace Engagement.Web.Paper;

/// <summary>Batches of printed codes, newest first, and a form for another.</summary>
/// <param name="Rows">One page of them.</param>
/// <param name="Form">What was filled in so far.</param>
/// <param name="Receivers">Who can be given a batch as seeds.</param>
/// <param name="Fault">The field that was not right: size, name or seed.</param>
/// <param name="Skip">How many come before this page.</param>
/// <param name="More">There are more after it.</param>
public sealed record BatchesPage(
    IReadOnlyList<BatchRow> Rows, BatchForm Form, IReadOnlyList<Choice> Receivers, string? Fault = null, int Skip = 0, bool More = false)
{
    public string Command { get; init; } = CommandKey.New();
}

/// <summary>A batch to be issued.</summary>
public sealed record BatchForm(int? Size = null, string? Name = null, string? Seed = null, bool Free = false);

/// <summary>A batch in the list.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Name">What the operators call it.</param>
/// <param name="Size">Codes.</param>
/// <param name="Bound">Codes that somebody has scanned.</param>
/// <param name="Dead">Codes that are no longer good.</param>
/// <param name="Seed">Who hands it out; null for everybody.</param>
/// <param name="Free">Stickers that need no hand-over.</param>
/// <param name="At">Issued at.</param>
public sealed record BatchRow(int Number, string Name, int Size, int Bound, int Dead, string? Seed, bool Free, DateTimeOffset At);
