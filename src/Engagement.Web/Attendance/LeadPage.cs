using Engagement.Contracts;

namespace Engagement.Web.Attendance;

/// <summary>A leader's list of one shift.</summary>
/// <param name="Id">Activity id.</param>
/// <param name="Title">Its name.</param>
/// <param name="Shifts">All shifts.</param>
/// <param name="Shift">The one that is shown.</param>
/// <param name="In">People who checked in to it.</param>
/// <param name="Expected">People who signed up for it.</param>
/// <param name="Rows">This page of the list.</param>
public sealed record LeadPage(string Id, string Title, IReadOnlyList<SheetShift> Shifts, SheetShift Shift, int In, int Expected, IReadOnlyList<LeadRow> Rows)
{
    /// <summary>Who leads: drafts of another person on the same phone stay with them.</summary>
    public required string Me { get; init; }

    /// <summary>What just happened; null when they only look.</summary>
    public string? Said { get; init; }

    /// <summary>It was refused.</summary>
    public bool Refused { get; init; }

    /// <summary>Attendance is settled: the list only shows.</summary>
    public bool Settled { get; init; }

    /// <summary>Name that is looked for; null for everybody.</summary>
    public string? Query { get; init; }

    /// <summary>Number of the page, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Another page follows.</summary>
    public bool More { get; init; }
}

/// <summary>A person of the list.</summary>
/// <param name="Handle">What the list calls them.</param>
/// <param name="Name">Their name.</param>
/// <param name="Row">Where they are.</param>
/// <param name="Self">The leader themselves: somebody else attests it.</param>
public sealed record LeadRow(string Handle, string Name, SheetRow Row, bool Self)
{
    /// <summary>What a leader can tick off next; null when nothing is left.</summary>
    public AttendanceSide? Next => Self ? null : Row.In == 0 ? AttendanceSide.In : Row.Out == 0 ? AttendanceSide.Out : null;
}

/// <summary>Somebody whose code was scanned.</summary>
/// <param name="Id">Activity id.</param>
/// <param name="Title">Its name.</param>
/// <param name="Name">Their name.</param>
/// <param name="Pass">That it was scanned, sealed.</param>
/// <param name="Shifts">Every shift, and where they are in it; no row where they did not sign up.</param>
public sealed record ScannedPage(string Id, string Title, string Name, string Pass, IReadOnlyList<(SheetShift Shift, SheetRow? Row)> Shifts);

/// <summary>The board: a code that changes, and how many have come.</summary>
/// <param name="Id">Activity id.</param>
/// <param name="Title">Its name.</param>
/// <param name="Shifts">All shifts.</param>
/// <param name="Shift">The one that it is for.</param>
/// <param name="Side">Coming or going.</param>
/// <param name="Screen">What it shows; null when the activity is over.</param>
public sealed record BoardPage(string Id, string Title, IReadOnlyList<SheetShift> Shifts, SheetShift Shift, AttendanceSide Side, BoardScreen? Screen);

/// <summary>What the board shows.</summary>
/// <param name="Code">The code.</param>
/// <param name="Link">What its QR code says.</param>
/// <param name="Side">Coming or going.</param>
/// <param name="Milliseconds">Until the next one.</param>
public sealed record BoardScreen(BoardCode Code, string Link, AttendanceSide Side, long Milliseconds)
{
    /// <summary>The digits in two halves, as they are read out.</summary>
    public string Spoken => $"{Code.Digits[..3]} {Code.Digits[3..]}";
}
