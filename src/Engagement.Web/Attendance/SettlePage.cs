using Engagement.Contracts;
using Engagement.Web.Shared;

namespace Engagement.Web.Attendance;

/// <summary>Attendance of an activity for those who settle it.</summary>
/// <param name="Id">Activity id.</param>
/// <param name="Sheet">Who came.</param>
/// <param name="Rows">Everybody, what needs a look first.</param>
/// <param name="Waiting">Messages of the settlement that no volunteer's record has taken yet.</param>
public sealed record SettlePage(string Id, AttendanceSheet Sheet, IReadOnlyList<SettleRow> Rows, int Waiting)
{
    public string Command { get; init; } = CommandKey.New();

    /// <summary>They may settle and name leaders.</summary>
    public bool Organises { get; init; }

    /// <summary>They decide what came late from offline lists.</summary>
    public bool Reviews { get; init; }

    /// <summary>A field was wrong: at or reason; null for none.</summary>
    public string? Fault { get; init; }

    /// <summary>Shifts that count.</summary>
    public int Attended => Rows.Count(row => row.Row.Minutes > 0);

    /// <summary>Minutes of all of them, before the volunteers' own limits.</summary>
    public int Minutes => Rows.Sum(row => row.Row.Minutes);

    /// <summary>People who did not check out.</summary>
    public int Open => Rows.Count(row => row.Row.IsOpen);

    /// <summary>Entries that wait for a reviewer.</summary>
    public int Doubtful => Rows.Count(row => row.Row.Waiting);

    /// <summary>Messages that were written and taken: how far the settlement is.</summary>
    public int Recorded => Sheet.Carried - Waiting;
}

/// <summary>A person at a shift.</summary>
/// <param name="Handle">What the list calls them.</param>
/// <param name="Name">Their name.</param>
/// <param name="Shift">When it is.</param>
/// <param name="Row">Where they are.</param>
/// <param name="Leads">They lead.</param>
public sealed record SettleRow(string Handle, string Name, SheetShift Shift, SheetRow Row, bool Leads);
