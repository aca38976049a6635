namespace Engagement.Contracts;

/// <summary>What became of a check-in or check-out, word by word: each has its own sentence in the pages. Never stored.</summary>
public enum AttendanceWord
{
    /// <summary>There is no such activity, shift or person.</summary>
    NotFound = 0,

    /// <summary>Checked in now.</summary>
    CheckedIn,

    /// <summary>Checked out now.</summary>
    CheckedOut,

    /// <summary>Was checked in before; nothing changed, and nothing is wrong.</summary>
    AlreadyIn,

    /// <summary>Was checked out before; nothing changed, and nothing is wrong.</summary>
    AlreadyOut,

    /// <summary>The window has not opened; <c>At</c> says when it does.</summary>
    TooEarly,

    /// <summary>The window is over; <c>At</c> says since when.</summary>
    TooLate,

    /// <summary>The code was right and is over.</summary>
    CodeOver,

    /// <summary>No code of this shift and side, or a forged one.</summary>
    CodeWrong,

    /// <summary>Too many wrong codes; a leader can check the person in.</summary>
    TooManyCodes,

    /// <summary>Not signed up: the person may do so on the spot.</summary>
    NotSignedUp,

    /// <summary>Not signed up, and nobody can be on the spot: full, or a condition is not met.</summary>
    NoRoom,

    /// <summary>Where there is danger, only who is on the insured list takes part.</summary>
    NotInsured,

    /// <summary>The activity was called off.</summary>
    ActivityCancelled,

    /// <summary>Check-out without check-in.</summary>
    NotCheckedIn,

    /// <summary>Present at another shift at the same time.</summary>
    Overlapping,

    /// <summary>Attendance is settled and does not change any more.</summary>
    Settled,

    /// <summary>Nobody attests their own presence.</summary>
    Yourself,

    /// <summary>Arrived late from an offline list; counts when a reviewer has confirmed it.</summary>
    Waiting,
}
