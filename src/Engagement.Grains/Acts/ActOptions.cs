using System.ComponentModel.DataAnnotations;

namespace Engagement.Grains.Acts;

/// <summary>Limits of civic acts and their review. Section "Acts".</summary>
public sealed class ActOptions
{
    /// <summary>Acts one courier may log for one Shanghai day. Default 10 (product.md CA-02).</summary>
    [Range(1, 100)] public int PerDay { get; set; } = 10;

    /// <summary>Of these, acts of the same kind. Default 3 (product.md CA-02).</summary>
    [Range(1, 100)] public int PerKind { get; set; } = 3;

    /// <summary>Hours for which a draft may lie on a phone without network. Default 72.</summary>
    [Range(1, 168)] public int DraftHours { get; set; } = 72;

    /// <summary>Minutes for which a claimed act belongs to one reviewer. Default 15 (product.md CA-04).</summary>
    [Range(1, 120)] public int LockMinutes { get; set; } = 15;

    /// <summary>Minutes within which a reviewer may take a decision back. Default 10.</summary>
    [Range(0, 120)] public int UndoMinutes { get; set; } = 10;

    /// <summary>Working days within which an act is decided; then it is escalated. Default 3 (product.md CA-04).</summary>
    [Range(1, 30)] public int ReviewDays { get; set; } = 3;

    /// <summary>Calendar days after a rejection within which it may be appealed. Default 7 (product.md CA-04).</summary>
    [Range(1, 60)] public int AppealDays { get; set; } = 7;

    /// <summary>First decisions within four weeks, below which no waiting time is published: so that it says nothing of a single act. Default 20.</summary>
    [Range(5, 1000)] public int LeastDecisions { get; set; } = 20;

    /// <summary>Hours before and after an act within which a rose can attest it. Default 72.</summary>
    [Range(1, 336)] public int RoseHours { get; set; } = 72;
}
