using Engagement.Contracts;

namespace Engagement.Grains.Acts;

/// <summary>What happened to an act. The numbers are stored.</summary>
public enum ActEvent
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The courier noted it down.</summary>
    Logged = 1,

    /// <summary>Confirmed by its code.</summary>
    Confirmed = 2,

    /// <summary>Confirmed by a rose.</summary>
    ConfirmedByRose = 3,

    /// <summary>The courier told more.</summary>
    Supplied = 4,

    /// <summary>Accepted.</summary>
    Accepted = 5,

    /// <summary>A reviewer proposed E3.</summary>
    Proposed = 6,

    /// <summary>The second reviewer did not agree to E3.</summary>
    NotRaised = 7,

    /// <summary>Rejected.</summary>
    Rejected = 8,

    /// <summary>The courier was asked for more.</summary>
    Asked = 9,

    /// <summary>Lowered.</summary>
    Lowered = 10,

    /// <summary>A decision was taken back by whoever made it.</summary>
    Undone = 11,

    /// <summary>Appealed.</summary>
    Appealed = 12,

    /// <summary>Taken back by the courier.</summary>
    Withdrawn = 13,

    /// <summary>Late: escalated.</summary>
    Escalated = 14,
}

/// <summary>One step of an act's history.</summary>
/// <param name="At">Unix milliseconds.</param>
/// <param name="Event">What.</param>
/// <param name="By">Who; default for the clock.</param>
/// <param name="Level">The level from then on.</param>
/// <param name="Reason">A reviewer's reason.</param>
/// <param name="Note">A reviewer's or the courier's line, sealed under the courier's salt; null for none.</param>
[GenerateSerializer, Immutable, OmitDefaultMemberValues, Alias("eng.act.step")]
public sealed record ActStep(
    [property: Id(0)] long At, [property: Id(1)] ActEvent Event, [property: Id(2)] ParticipantId By, [property: Id(3)] EvidenceLevel Level,
    [property: Id(4)] ActReason Reason = ActReason.None, [property: Id(5)] byte[]? Note = null);

/// <summary>What a decision changed, to take it back.</summary>
[GenerateSerializer, Immutable, OmitDefaultMemberValues, Alias("eng.act.before")]
public sealed record ActBefore(
    [property: Id(0)] EvidenceLevel Level, [property: Id(1)] ActReview Review, [property: Id(2)] ActReason Reason, [property: Id(3)] long Due,
    [property: Id(4)] bool Overdue, [property: Id(5)] ParticipantId DecidedBy, [property: Id(6)] long DecidedAt, [property: Id(7)] long WaitsSince, [property: Id(8)] int WaitedWeek = 0);
