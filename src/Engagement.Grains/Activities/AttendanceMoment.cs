using Engagement.Contracts;
using Engagement.Grains.Campaigns;

namespace Engagement.Grains.Activities;

/// <summary>The instant of a turn, the windows, and the calendar.</summary>
/// <param name="Activity">The activity's, by the campaign's clock: a phone's time never decides.</param>
/// <param name="Options">Windows and limits.</param>
/// <param name="Calendar">Working days.</param>
internal readonly record struct AttendanceMoment(ActivityMoment Activity, AttendanceOptions Options, WorkingCalendar Calendar)
{
    public long Milliseconds => Activity.Milliseconds;
}

/// <summary>When a shift is: <paramref name="End"/> with extensions.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Start">Unix milliseconds.</param>
/// <param name="End">Unix milliseconds.</param>
internal readonly record struct ShiftSpan(int Number, long Start, long End)
{
    /// <summary>Unix milliseconds from which on people check in.</summary>
    public long Opens(AttendanceOptions options) => Start - options.InBeforeMinutes * 60_000L;

    /// <summary>Unix milliseconds until which people check in themselves; a leader who sees them attests it until the end.</summary>
    public long Closes(AttendanceOptions options, bool led) => led ? End : Math.Min(End, Start + options.InAfterMinutes * 60_000L);

    /// <summary>Unix milliseconds until which people check out.</summary>
    public long LastOut(AttendanceOptions options) => End + options.OutAfterMinutes * 60_000L;

    /// <summary>What of a presence the shift credits: early arrival and late leaving add nothing. Empty when <c>To</c> is not after <c>From</c>.</summary>
    /// <param name="came">The check-in.</param>
    /// <param name="left">The check-out; 0 for somebody who is still here, who may stay until the end.</param>
    public (long From, long To) Credited(long came, long left) => (Math.Max(came, Start), left == 0 ? End : Math.Min(left, End));
}

/// <summary>What attests a presence.</summary>
/// <param name="Method">How.</param>
/// <param name="Led">Leader who attests it; none for the board's code.</param>
/// <param name="At">Unix milliseconds of it.</param>
/// <param name="Offline">With an offline list, what it said.</param>
/// <param name="Doubtful">The list came late, or its phone's clock was turned: a reviewer is to look.</param>
internal readonly record struct Proof(AttendanceMethod Method, ParticipantId Led, long At, OfflineMark? Offline = null, bool Doubtful = false);
