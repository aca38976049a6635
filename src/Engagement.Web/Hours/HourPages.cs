using Engagement.Contracts;

namespace Engagement.Web.Hours;

/// <summary>A volunteer's hours.</summary>
/// <param name="Totals">Sums of all entries, those of joined accounts among them.</param>
/// <param name="Year">The year whose months are shown.</param>
/// <param name="Years">Years with entries, newest first.</param>
/// <param name="Months">Months of it, newest first.</param>
public sealed record MyHoursPage(HourTotals Totals, int Year, IReadOnlyList<int> Years, IReadOnlyList<HourMonth> Months)
{
    /// <summary>Entries of this account alone: each account's ledger is a chain of its own.</summary>
    public int Own { get; init; }

    /// <summary>Make-ups that wait for the volunteer's word.</summary>
    public IReadOnlyList<MakeUpRow> MakeUps { get; init; } = [];

    /// <summary>Activities that are over and not settled yet.</summary>
    public IReadOnlyList<ClockRow> Clocks { get; init; } = [];

    /// <summary>Requests, newest first.</summary>
    public IReadOnlyList<CorrectionRow> Corrections { get; init; } = [];

    /// <summary>Activities that the volunteer signed up for and that are over.</summary>
    public IReadOnlyList<OverRow> Recent { get; init; } = [];

    /// <summary>Rows of other systems that wait for the volunteer's word.</summary>
    public long Imported { get; init; }

    /// <summary>What was not right in a form: <c>fault</c> or <c>note</c>; null for nothing.</summary>
    public string? Fault { get; init; }

    /// <summary>Nothing was ever recorded or waits.</summary>
    public bool IsEmpty => Totals.Entries == 0 && MakeUps.Count == 0 && Imported == 0 && Clocks.Count == 0;
}

/// <summary>A month of service.</summary>
/// <param name="Month">Its first day in Shanghai.</param>
/// <param name="Totals">Sums of its entries.</param>
/// <param name="Rows">Its entries, newest first.</param>
public sealed record HourMonth(DateTimeOffset Month, HourTotals Totals, IReadOnlyList<HourRow> Rows);

/// <summary>An entry.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="At">When the service began.</param>
/// <param name="Organisation">Who organised.</param>
/// <param name="Sentence">Its arithmetic.</param>
/// <param name="Net">Minutes that count now, with its offsets and decisions.</param>
/// <param name="Waits">Minutes that wait for a reviewer.</param>
/// <param name="Later">What came after it, in sentences.</param>
public sealed record HourRow(
    ServiceRecord Entry, DateTimeOffset At, string Organisation, string Sentence, int Net, int Waits, IReadOnlyList<string> Later)
{
    /// <summary>Recorded for an account that was joined with the reader's: it is put right there, not from this page.</summary>
    public bool Joined { get; init; }
}

/// <summary>A make-up on its way.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Service content.</param>
/// <param name="Organisation">Who proposed.</param>
/// <param name="Volunteer">Name or number of whose hours.</param>
/// <param name="From">Begin.</param>
/// <param name="To">End.</param>
/// <param name="Minutes">Minutes claimed.</param>
/// <param name="Reason">Why nobody checked in and out.</param>
/// <param name="Evidence">What it rests on.</param>
/// <param name="Mine">The reader proposed it, or it is theirs: somebody else decides.</param>
/// <param name="Late">Only a reviewer approves: ten working days are over, or nobody can tell.</param>
public sealed record MakeUpRow(
    string Id, string Title, string Organisation, string Volunteer, DateTimeOffset From, DateTimeOffset To, int Minutes, MakeUpReason Reason, MakeUpEvidence Evidence,
    bool Mine, bool Late);

/// <summary>An activity on the clock of ten working days.</summary>
/// <param name="Activity">Its id.</param>
/// <param name="Title">Its name.</param>
/// <param name="Organisation">Who is to settle it.</param>
/// <param name="Ended">When its last shift ended.</param>
/// <param name="Passed">Working days since then; null when a year's holidays are not known.</param>
/// <param name="Days">Working days that the law gives.</param>
/// <param name="Due">The end of the last one; null when not known.</param>
/// <param name="Nudges">Volunteers who asked.</param>
/// <param name="Nudged">The reader asked today.</param>
public sealed record ClockRow(
    string Activity, string Title, string Organisation, DateTimeOffset Ended, int? Passed, int Days, DateTimeOffset? Due, long Nudges, bool Nudged = false)
{
    /// <summary>The law's time is over.</summary>
    public bool Overdue => Passed > Days;
}

/// <summary>A request for correction.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Service content.</param>
/// <param name="Fault">What is wrong.</param>
/// <param name="Stage">Where it is.</param>
/// <param name="AskedAt">When it was asked.</param>
/// <param name="Due">When a reviewer decides instead.</param>
/// <param name="CanEscalate">The volunteer may ask a reviewer.</param>
/// <param name="Note">The volunteer's words; null for none.</param>
/// <param name="Volunteer">Name or number of who asked.</param>
/// <param name="Entry">The entry in a sentence; null when a service is missing.</param>
/// <param name="Net">Minutes that it counts now.</param>
public sealed record CorrectionRow(
    string Id, string Title, CorrectionFault Fault, CorrectionStage Stage, DateTimeOffset AskedAt, DateTimeOffset Due, bool CanEscalate, string? Note, string Volunteer = "",
    string? Entry = null, int Net = 0);
