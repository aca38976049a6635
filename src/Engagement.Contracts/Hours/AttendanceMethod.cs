namespace Engagement.Contracts;

/// <summary>How presence was attested; each is an evidence class of its own. The numbers are stored.</summary>
public enum AttendanceMethod
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>The volunteer scanned the activity's rotating code.</summary>
    RotatingCode = 1,

    /// <summary>The leader scanned the volunteer's own code.</summary>
    LeaderScan = 2,

    /// <summary>The leader's list without network, sent later.</summary>
    OfflineList = 3,

    /// <summary>The leader ticked the name off.</summary>
    LeaderManual = 4,
}
