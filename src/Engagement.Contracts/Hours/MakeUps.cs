namespace Engagement.Contracts;

/// <summary>What an organiser proposes.</summary>
/// <param name="Activity">Where it was served.</param>
/// <param name="Shift">Number of the shift.</param>
/// <param name="Volunteer">Whose.</param>
/// <param name="From">Unix milliseconds, not before the shift's start.</param>
/// <param name="To">Unix milliseconds, not after its end.</param>
/// <param name="Reason">Why there is no check-in and check-out.</param>
/// <param name="Evidence">What it rests on.</param>
[GenerateSerializer, Immutable, Alias("eng.makeup.proposal")]
public sealed record ProposeMakeUp(
    [property: Id(0)] ActivityId Activity, [property: Id(1)] int Shift, [property: Id(2)] ParticipantId Volunteer, [property: Id(3)] long From,
    [property: Id(4)] long To, [property: Id(5)] MakeUpReason Reason, [property: Id(6)] MakeUpEvidence Evidence);

/// <summary>Why service was not recorded by check-in and check-out. The numbers are stored.</summary>
public enum MakeUpReason
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>The phone or the board failed.</summary>
    DeviceFailed = 1,

    /// <summary>There was no network.</summary>
    NoNetwork = 2,

    /// <summary>Checking in was forgotten.</summary>
    ForgotIn = 3,

    /// <summary>Checking out was forgotten.</summary>
    ForgotOut = 4,

    /// <summary>The volunteer came without being on the list.</summary>
    NotListed = 5,

    /// <summary>The leader made a mistake.</summary>
    LeaderMistake = 6,
}

/// <summary>What the volunteer says. The numbers are stored.</summary>
public enum MakeUpAnswer
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>It was so: it counts.</summary>
    Confirm = 1,

    /// <summary>I was not there.</summary>
    NotThere = 2,

    /// <summary>The times are wrong.</summary>
    WrongTimes = 3,

    /// <summary>It was no volunteer service.</summary>
    NotService = 4,
}

/// <summary>Where a make-up is. The numbers are stored.</summary>
public enum MakeUpStage
{
    /// <summary>There is none.</summary>
    None = 0,

    /// <summary>Waits for another person's approval.</summary>
    Proposed = 1,

    /// <summary>Waits for the volunteer.</summary>
    Approved = 2,

    /// <summary>The volunteer confirmed it.</summary>
    Confirmed = 3,

    /// <summary>The other person did not approve.</summary>
    Refused = 4,

    /// <summary>The volunteer did not confirm.</summary>
    Declined = 5,

    /// <summary>The volunteer never answered: not counted.</summary>
    Expired = 6,
}

/// <summary>What was agreed.</summary>
/// <param name="Shift">The shift.</param>
/// <param name="From">Unix milliseconds.</param>
/// <param name="To">Unix milliseconds.</param>
/// <param name="Evidence">What it rests on.</param>
/// <param name="ProposedBy">Who proposed.</param>
/// <param name="ApprovedBy">Who approved.</param>
/// <param name="ProposedAt">Unix milliseconds.</param>
[GenerateSerializer, Immutable, Alias("eng.makeup.agreed")]
public sealed record AgreedMakeUp(
    [property: Id(0)] ServedShift Shift, [property: Id(1)] long From, [property: Id(2)] long To, [property: Id(3)] MakeUpEvidence Evidence,
    [property: Id(4)] ParticipantId ProposedBy, [property: Id(5)] ParticipantId ApprovedBy, [property: Id(6)] long ProposedAt);

/// <summary>A shift as hours need it.</summary>
/// <param name="Activity">Where.</param>
/// <param name="Number">Number of the shift.</param>
/// <param name="Organisation">Who organised and records.</param>
/// <param name="Title">Service content.</param>
/// <param name="ServiceClass">Id of the service class.</param>
/// <param name="District">District's code; null for none.</param>
/// <param name="Start">Unix milliseconds.</param>
/// <param name="End">Unix milliseconds, extensions included.</param>
[GenerateSerializer, Immutable, Alias("eng.hours.shift")]
public sealed record ServedShift(
    [property: Id(0)] ActivityId Activity, [property: Id(1)] int Number, [property: Id(2)] string Organisation, [property: Id(3)] string Title,
    [property: Id(4)] string ServiceClass, [property: Id(5)] string? District, [property: Id(6)] long Start, [property: Id(7)] long End);
