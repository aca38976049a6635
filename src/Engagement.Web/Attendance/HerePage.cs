using Engagement.Contracts;
using Engagement.Web.Shared;

namespace Engagement.Web.Attendance;

/// <summary>A volunteer at an activity: where they are in each shift, and what they can do next.</summary>
/// <param name="Id">Activity id.</param>
/// <param name="Title">Its name.</param>
/// <param name="Shifts">Their shifts.</param>
/// <param name="Offer">What the scanned code offers; null without one.</param>
public sealed record HerePage(string Id, string Title, IReadOnlyList<HereShift> Shifts, HereOffer? Offer)
{
    /// <summary>What just happened; null when they only look.</summary>
    public string? Said { get; init; }

    /// <summary>It was refused.</summary>
    public bool Refused { get; init; }

    /// <summary>They lead this activity.</summary>
    public bool Leads { get; init; }
}

/// <summary>A shift of theirs.</summary>
/// <param name="Shift">When it is.</param>
/// <param name="Row">Where they are.</param>
public sealed record HereShift(SheetShift Shift, SheetRow Row)
{
    /// <summary>What they can do next; null when nothing is left.</summary>
    public AttendanceSide? Next => Row.In == 0 ? AttendanceSide.In : Row.Out == 0 ? AttendanceSide.Out : null;
}

/// <summary>What a scanned code offers.</summary>
/// <param name="Shift">When it is.</param>
/// <param name="Side">Coming or going.</param>
/// <param name="WalkIn">They did not sign up, and may on the spot.</param>
public sealed record HereOffer(SheetShift Shift, AttendanceSide Side, bool WalkIn)
{
    public string Command { get; init; } = CommandKey.New();
}
