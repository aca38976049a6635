using Engagement.Web.Roses;

namespace Engagement.Web.Mine;

/// <summary>One rose on a shelf.</summary>
/// <param name="Id">Rose id.</param>
/// <param name="Name">The other person; null for an anonymous sender or an open link.</param>
/// <param name="Text">First words of the letter.</param>
/// <param name="People">People it has been with.</param>
/// <param name="Stage">Where it is.</param>
/// <param name="At">When it came or went.</param>
/// <param name="Until">Held: to pass on by then. Offered: comes back then.</param>
public sealed record MineRow(string Id, string? Name, string Text, int People, RoseStage Stage, DateTimeOffset At, DateTimeOffset? Until = null);
