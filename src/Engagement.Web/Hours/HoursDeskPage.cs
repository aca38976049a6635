using Engagement.Contracts;

namespace Engagement.Web.Hours;

/// <summary>The desk of organisers and reviewers.</summary>
/// <param name="MakeUps">Make-up entries that wait for another person.</param>
/// <param name="Corrections">Requests that wait.</param>
/// <param name="Held">Entries that wait for a reviewer.</param>
/// <param name="Cases">Open cases.</param>
/// <param name="Closed">Closed cases, newest first.</param>
/// <param name="Clocks">Activities that are over and not settled.</param>
public sealed record HoursDeskPage(
    IReadOnlyList<MakeUpRow> MakeUps, IReadOnlyList<CorrectionRow> Corrections, IReadOnlyList<HeldRow> Held, IReadOnlyList<CaseRow> Cases, IReadOnlyList<CaseRow> Closed,
    IReadOnlyList<ClockRow> Clocks)
{
    /// <summary>Activities for which a make-up entry can be proposed.</summary>
    public IReadOnlyList<OverRow> Over { get; init; } = [];

    /// <summary>The reader is a reviewer: signals and held entries are theirs.</summary>
    public bool Reviews { get; init; }

    /// <summary>What was not right in a form; null for nothing.</summary>
    public string? Fault { get; init; }
}

/// <summary>An entry that waits for a reviewer.</summary>
/// <param name="Volunteer">Whose.</param>
/// <param name="Name">Their name or number.</param>
/// <param name="Row">The entry.</param>
/// <param name="Met">What counts at the same time.</param>
public sealed record HeldRow(string Volunteer, string Name, HourRow Row, IReadOnlyList<HourRow> Met);

/// <summary>A case.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Signal">What was met.</param>
/// <param name="Volunteer">Whose hours; null when it is about more than one's.</param>
/// <param name="Organisation">Organisation; null for none.</param>
/// <param name="Activity">Activity's id; null for none.</param>
/// <param name="EnteredBy">Who entered the hours by hand; null for none.</param>
/// <param name="Period">Shanghai day or month; 0 for none.</param>
/// <param name="Measured">What was measured.</param>
/// <param name="OpenedAt">When.</param>
/// <param name="ClosedAt">When it was closed; null while it is open.</param>
/// <param name="Founded">Something was wrong.</param>
/// <param name="Reason">The reviewer's reason.</param>
public sealed record CaseRow(
    string Id, HoursSignal Signal, string? Volunteer, string? Organisation, string? Activity, string? EnteredBy, int Period, int Measured, DateTimeOffset OpenedAt,
    DateTimeOffset? ClosedAt, bool Founded, string Reason);

/// <summary>An activity that is over.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its name.</param>
/// <param name="Organisation">Whose.</param>
/// <param name="Ended">When.</param>
public sealed record OverRow(string Id, string Title, string Organisation, DateTimeOffset Ended);

/// <summary>The form for a make-up entry.</summary>
/// <param name="Activity">Activity's id.</param>
/// <param name="Title">Its name.</param>
/// <param name="Organisation">Whose.</param>
/// <param name="Shifts">Its shifts.</param>
/// <param name="Listed">People who signed up.</param>
public sealed record MakeUpPage(string Activity, string Title, string Organisation, IReadOnlyList<MakeUpShift> Shifts, IReadOnlyList<ListedRow> Listed)
{
    /// <summary>What was filled in.</summary>
    public MakeUpForm Form { get; init; } = new();

    /// <summary>The field that was not right; null for none.</summary>
    public string? Fault { get; init; }
}

/// <summary>A shift.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Start">Begin.</param>
/// <param name="End">End.</param>
public sealed record MakeUpShift(int Number, DateTimeOffset Start, DateTimeOffset End);

/// <summary>Somebody who signed up.</summary>
/// <param name="Number">Their volunteer number, to be read.</param>
/// <param name="Name">What staff call them.</param>
public sealed record ListedRow(string Number, string Name);

/// <summary>A make-up entry as it was filled in.</summary>
/// <param name="Shift">Number of the shift.</param>
/// <param name="Volunteer">Number of the volunteer.</param>
/// <param name="From">Shanghai time, as <c>datetime-local</c> has it.</param>
/// <param name="To">Shanghai time.</param>
/// <param name="Reason">A name of <see cref="MakeUpReason"/>.</param>
/// <param name="Evidence">A name of <see cref="MakeUpEvidence"/>.</param>
public sealed record MakeUpForm(int Shift = 0, string? Volunteer = null, string? From = null, string? To = null, string? Reason = null, string? Evidence = null);
