namespace Engagement.Web.Boards;

/// <summary>One line of a board.</summary>
/// <param name="Rank">Ties share a rank: 1, 2, 2, 4.</param>
/// <param name="Name">Unit, or a person who opted in.</param>
/// <param name="Note">For example its district.</param>
/// <param name="Value">Claimed roses; people for chains.</param>
/// <param name="Mine">The reader, or the reader's unit.</param>
/// <param name="Href">A rose's chain; null for others.</param>
public sealed record BoardRow(long Rank, string Name, string? Note, long Value, bool Mine = false, string? Href = null);
