namespace Engagement.Web.Console;

/// <summary>The queue of held words, oldest first.</summary>
/// <param name="Items">One page of it.</param>
/// <param name="Total">All that wait.</param>
/// <param name="Next">Value of <c>after</c> for the next page; null on the last.</param>
public sealed record LettersPage(IReadOnlyList<HeldLetter> Items, int Total, string? Next = null);
