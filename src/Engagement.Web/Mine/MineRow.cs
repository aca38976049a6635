namespace Engagement.Web.Mine;

/// <summary>One rose on a shelf.</summary>
/// <param name="Id">Rose id.</param>
/// <param name="Name">The other person; null for an anonymous sender, an open link, or somebody without a name.</param>
/// <param name="ByLink">Nobody took it yet, and it is addressed to nobody.</param>
/// <param name="Text">The letter; null where its words do not show: sealed, voided, or reported by me.</param>
/// <param name="People">People it has been with.</param>
/// <param name="Stage">Where it is.</param>
/// <param name="At">When it came or went.</param>
/// <param name="Until">Held: to pass on by then. Offered: comes back then. Waiting: goes back then.</param>
public sealed record MineRow(string Id, string? Name, bool ByLink, string? Text, long People, MineStage Stage, DateTimeOffset At, DateTimeOffset? Until = null)
{
    /// <summary>A printed rose that the reader was the first to scan.</summary>
    public bool Found { get; init; }
}
