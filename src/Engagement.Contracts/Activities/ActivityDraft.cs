namespace Engagement.Contracts;

/// <summary>Everything that organisers write about an activity.</summary>
/// <param name="Details">What everybody reads.</param>
/// <param name="Shifts">1 to 40, in the order of their numbers.</param>
/// <param name="Private">Door codes, telephone numbers, where to meet: only for people with a confirmed place. At most 300 characters, sealed; empty for none.</param>
[GenerateSerializer, Immutable, Alias("eng.activity.draft")]
public sealed record ActivityDraft([property: Id(0)] ActivityDetails Details, [property: Id(1)] IReadOnlyList<Shift> Shifts, [property: Id(2)] string Private = "")
{
    /// <summary>Nothing of it: Orleans writes the arguments of late calls into its log.</summary>
    public override string ToString() => nameof(ActivityDraft);
}

/// <summary>
/// What everybody reads of an activity. Regulation on Voluntary Services, article 12: it can't be published while one of the texts, the
/// district or the class is empty.
/// </summary>
/// <param name="Title">Its name, at most 40 characters.</param>
/// <param name="District">District's code.</param>
/// <param name="Place">Where it is, at most 60 characters.</param>
/// <param name="Content">What one will really do, at most 500 characters.</param>
/// <param name="Conditions">Who can come and what to bring, at most 200 characters.</param>
/// <param name="Lead">Name of the person in charge, at most 20 characters.</param>
/// <param name="RiskText">What can happen, in plain words, at most 200 characters.</param>
/// <param name="Safeguards">What is done about it, at most 200 characters.</param>
/// <param name="Risks">Icons of the risk card.</param>
/// <param name="ServiceClass">Id of the service class.</param>
/// <param name="Danger">Possible personal danger: adults only, and it does not start without insurance (article 17).</param>
/// <param name="MinAge">Years; 0 for any age.</param>
/// <param name="Level">How well participants must be known, at least; never below <c>Activities:LowestLevel</c>.</param>
/// <param name="Training">Training that an organiser must have seen before a place is confirmed, at most 40 characters; empty for none.</param>
[GenerateSerializer, Immutable, Alias("eng.activity.details")]
public sealed record ActivityDetails(
    [property: Id(0)] string Title = "", [property: Id(1)] string District = "", [property: Id(2)] string Place = "", [property: Id(3)] string Content = "",
    [property: Id(4)] string Conditions = "", [property: Id(5)] string Lead = "", [property: Id(6)] string RiskText = "", [property: Id(7)] string Safeguards = "",
    [property: Id(8)] ActivityRisks Risks = ActivityRisks.None, [property: Id(9)] string ServiceClass = "", [property: Id(10)] bool Danger = false,
    [property: Id(11)] int MinAge = 0, [property: Id(12)] IdentityLevel Level = IdentityLevel.WeChat, [property: Id(13)] string Training = "");

/// <summary>A shift of an activity, as its organisers write it.</summary>
/// <param name="Start">Unix milliseconds.</param>
/// <param name="End">Unix milliseconds: 15 minutes to 16 hours after the start.</param>
/// <param name="Places">1 to 5,000.</param>
/// <param name="Number">From 1; 0 for a new shift.</param>
[GenerateSerializer, Immutable, Alias("eng.activity.shift")]
public sealed record Shift([property: Id(0)] long Start, [property: Id(1)] long End, [property: Id(2)] int Places, [property: Id(3)] int Number = 0);
