namespace Engagement.Contracts;

/// <summary>What the volunteer says is wrong. The numbers are stored.</summary>
public enum CorrectionFault
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>The entry counts too few minutes.</summary>
    TooFew = 1,

    /// <summary>The entry counts too many.</summary>
    TooMany = 2,

    /// <summary>A service is missing.</summary>
    Missing = 3,

    /// <summary>It was not me.</summary>
    NotMine = 4,
}

/// <summary>Where a request is. The numbers are stored.</summary>
public enum CorrectionStage
{
    /// <summary>There is none.</summary>
    None = 0,

    /// <summary>The organisation is to check.</summary>
    Open = 1,

    /// <summary>A reviewer is to decide.</summary>
    Escalated = 2,

    /// <summary>Fixed by an offset.</summary>
    Fixed = 3,

    /// <summary>A make-up entry is to follow: more minutes need two people.</summary>
    MakeUp = 4,

    /// <summary>Found right as it is.</summary>
    Refused = 5,
}

/// <summary>A request.</summary>
/// <param name="Entry">Entry that is wrong; none when a service is missing.</param>
/// <param name="Activity">Activity of the missing service; none otherwise.</param>
/// <param name="Fault">What is wrong.</param>
/// <param name="Note">The volunteer's words for the organisation, at most 60 characters; null for none. Sealed under the volunteer's salt.</param>
[GenerateSerializer, Immutable, Alias("eng.correction.ask")]
public sealed record AskCorrection(
    [property: Id(0)] ServiceRecordId Entry, [property: Id(1)] ActivityId Activity, [property: Id(2)] CorrectionFault Fault, [property: Id(3)] string? Note = null)
{
    /// <summary>Not the words: Orleans writes the arguments of late calls into its log.</summary>
    public override string ToString() => $"{nameof(AskCorrection)} {Fault}";
}

/// <summary>A decision about a request.</summary>
/// <param name="Stage">Fixed, MakeUp or Refused.</param>
/// <param name="Minutes">With Fixed, what the offset adds or below zero takes.</param>
/// <param name="Reason">With Fixed, the offset's reason.</param>
[GenerateSerializer, Immutable, Alias("eng.correction.decision")]
public sealed record DecideCorrection([property: Id(0)] CorrectionStage Stage, [property: Id(1)] int Minutes = 0, [property: Id(2)] HourReason Reason = HourReason.None);

/// <summary>An offset that was decided about a request.</summary>
/// <param name="By">Who decided.</param>
/// <param name="Offset">What.</param>
[GenerateSerializer, Immutable, Alias("eng.correction.fix")]
public sealed record DecidedOffset([property: Id(0)] ParticipantId By, [property: Id(1)] OffsetHours Offset);
