using Engagement.Contracts;
using Engagement.Web.Shared;

namespace Engagement.Web.Acts;

/// <summary>One act, for its courier.</summary>
/// <param name="Row">What it is.</param>
/// <param name="Level">How well it is attested.</param>
/// <param name="Place">As far as it was said.</param>
/// <param name="Note">The courier's line.</param>
/// <param name="Photo">Where the photo is; null for none.</param>
/// <param name="History">What happened, newest first.</param>
public sealed record ActPage(ActRow Row, EvidenceLevel Level, string? Place, string? Note, string? Photo, IReadOnlyList<ActHistoryLine> History)
{
    /// <summary>Just logged.</summary>
    public bool IsNew { get; init; }

    /// <summary>Why it was rejected or sent back; None otherwise.</summary>
    public ActReason Reason { get; init; }

    /// <summary>What the reviewer added for the courier.</summary>
    public string? Said { get; init; }

    /// <summary>The link behind the code that whoever was helped scans; null when it is attested or closed.</summary>
    public string? ConfirmLink { get; init; }

    /// <summary>Roses that could attest it.</summary>
    public IReadOnlyList<Choice> Roses { get; init; } = [];

    /// <summary>Details can be added.</summary>
    public bool CanSupply { get; init; }

    /// <summary>Until when it may be appealed; null when it can't be.</summary>
    public DateTimeOffset? AppealUntil { get; init; }

    /// <summary>For a choice of the place.</summary>
    public IReadOnlyList<Settings.District> Places { get; init; } = [];

    /// <summary>Key of the sentence that says why a form came back.</summary>
    public string? Fault { get; init; }
}

/// <summary>A step of an act's history as it is read.</summary>
/// <param name="At">When.</param>
/// <param name="Key">Key of what happened.</param>
/// <param name="Level">The level from then on.</param>
/// <param name="Reason">A reviewer's reason.</param>
/// <param name="Said">A line that came with it.</param>
/// <param name="By">Who, for reviewers only; null for the courier's own page.</param>
public sealed record ActHistoryLine(DateTimeOffset At, string Key, EvidenceLevel Level, ActReason Reason = ActReason.None, string? Said = null, string? By = null);
