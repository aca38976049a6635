namespace Engagement.Web.Paper;

/// <summary>Paper roses that wait for an operator.</summary>
/// <param name="Frozen">Codes that too many strangers tried.</param>
/// <param name="Late">Scans that came too late to be believed.</param>
public sealed record PaperReviewPage(IReadOnlyList<FrozenRow> Frozen, IReadOnlyList<LateRow> Late);

/// <summary>A frozen rose.</summary>
/// <param name="Rose">Rose id.</param>
/// <param name="Batch">The batch that bore it.</param>
/// <param name="Serial">Its code there, from 1.</param>
/// <param name="Passes">Times that it was passed on.</param>
/// <param name="At">Since when.</param>
/// <param name="Travel">The way that nobody can have gone; null when too many people scanned it.</param>
public sealed record FrozenRow(string Rose, int Batch, int Serial, int Passes, DateTimeOffset At, FrozenTravel? Travel = null);

/// <summary>Two hand-overs too far apart.</summary>
/// <param name="From">Name of the first one's district.</param>
/// <param name="To">Name of the second one's.</param>
/// <param name="FromAt">When the first one was.</param>
public sealed record FrozenTravel(string From, string To, DateTimeOffset FromAt);

/// <summary>A late scan.</summary>
/// <param name="Rose">Rose id.</param>
/// <param name="Scanner">Whose, as an id.</param>
/// <param name="Name">Their name; null without one.</param>
/// <param name="Batch">The batch that bore the rose.</param>
/// <param name="Serial">Its code there, from 1.</param>
/// <param name="ScannedAt">By the phone's clock.</param>
/// <param name="At">When it reached us.</param>
public sealed record LateRow(string Rose, string Scanner, string? Name, int Batch, int Serial, DateTimeOffset ScannedAt, DateTimeOffset At);
