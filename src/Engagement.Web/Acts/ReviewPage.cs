using Engagement.Contracts;

namespace Engagement.Web.Acts;

/// <summary>An act before its reviewer.</summary>
/// <param name="Case">What is to be decided.</param>
/// <param name="History">What happened, newest first.</param>
/// <param name="Doubles">Acts that could be the same.</param>
public sealed record ReviewPage(ReviewCase Case, IReadOnlyList<ActHistoryLine> History, IReadOnlyList<ReviewCase> Doubles)
{
    /// <summary>Where its review is.</summary>
    public ActReview Review { get; init; }

    /// <summary>How well it is attested now.</summary>
    public EvidenceLevel Level { get; init; }

    /// <summary>This reviewer has it; until then nobody else may.</summary>
    public DateTimeOffset? MineUntil { get; init; }

    /// <summary>It waits, and this reviewer could take it.</summary>
    public bool CanClaim { get; init; }

    /// <summary>This reviewer decided it last and may take that back.</summary>
    public bool CanUndo { get; init; }

    /// <summary>Lower levels it could be set to.</summary>
    public IReadOnlyList<EvidenceLevel> Lower { get; init; } = [];

    /// <summary>The district's code as far as it was said; null for none.</summary>
    public string? District { get; init; }

    /// <summary>Short names of the districts on the map, by code.</summary>
    public IReadOnlyDictionary<string, string> Districts { get; init; } = new Dictionary<string, string>();

    /// <summary>It is late.</summary>
    public bool Overdue { get; init; }

    /// <summary>The act decided just before, which may still be taken back.</summary>
    public string? Before { get; init; }

    /// <summary>Field that was wrong with what was sent.</summary>
    public string? Fault { get; init; }

    /// <summary>The second pair of eyes: decides about E3 only.</summary>
    public bool IsSecond => Review == ActReview.SecondLook;

    /// <summary>Reasons, in the order of their keys.</summary>
    public static readonly IReadOnlyList<ActReason> Reasons = [.. Enum.GetValues<ActReason>().Where(reason => reason != ActReason.None)];
}

/// <summary>What a reviewer sees of an act: no name, no number of a person.</summary>
/// <param name="Id">The act.</param>
/// <param name="Mark">Its character.</param>
/// <param name="Title">Its kind.</param>
/// <param name="At">When it was noted down.</param>
/// <param name="Place">Where, as far as it was said.</param>
/// <param name="Company">The company it counts for; null for the pool.</param>
/// <param name="Note">The courier's line.</param>
/// <param name="Photo">Content hash; null for none.</param>
/// <param name="Confirmed">Whoever was helped confirmed it.</param>
/// <param name="Review">Where its review is.</param>
/// <param name="Double">Why it could be the act beside it.</param>
public sealed record ReviewCase(
    string Id, string Mark, string Title, DateTimeOffset At, string? Place, string? Company, string? Note, string? Photo, bool Confirmed, ActReview Review, ActDouble Double = ActDouble.Kind);

/// <summary>Why an act could be another one.</summary>
public enum ActDouble
{
    /// <summary>The same kind by the same courier within a day.</summary>
    Kind = 0,

    /// <summary>A photo that looks much like it.</summary>
    LikePhoto,

    /// <summary>The very photo.</summary>
    SamePhoto,
}
