namespace Engagement.Web.Mine;

/// <summary>My roses.</summary>
/// <param name="Box">The shelf on show.</param>
/// <param name="Held">How many are in my hands.</param>
/// <param name="Sent">How many I gave.</param>
/// <param name="Received">How many I was given.</param>
/// <param name="Rows">One page of the shelf.</param>
/// <param name="Next">Cursor of the next page; null on the last.</param>
public sealed record MinePage(MineBox Box, long Held, long Sent, long Received, IReadOnlyList<MineRow> Rows, string? Next = null)
{
    /// <summary>The newest letters addressed to me, on top of what I hold.</summary>
    public IReadOnlyList<MineRow> Waiting { get; init; } = [];

    /// <summary>How many letters wait in all.</summary>
    public long AllWaiting { get; init; }
}
