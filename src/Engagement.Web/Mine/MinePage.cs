namespace Engagement.Web.Mine;

/// <summary>My roses.</summary>
/// <param name="Box">The shelf on show.</param>
/// <param name="Held">How many are in my hands.</param>
/// <param name="Sent">How many I gave.</param>
/// <param name="Received">How many I was given.</param>
/// <param name="Rows">One page of the shelf.</param>
/// <param name="Next">Cursor of the next page; null on the last.</param>
public sealed record MinePage(MineBox Box, int Held, int Sent, int Received, IReadOnlyList<MineRow> Rows, string? Next = null);
