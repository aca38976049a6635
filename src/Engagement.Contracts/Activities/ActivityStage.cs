namespace Engagement.Contracts;

/// <summary>Where an activity is in its life (VH-03). The numbers are stored.</summary>
public enum ActivityStage
{
    /// <summary>There is none.</summary>
    None = 0,

    /// <summary>Its organisers write it, or were sent it back.</summary>
    Draft = 1,

    /// <summary>A reviewer is to decide.</summary>
    Review = 2,

    /// <summary>Open for sign-ups.</summary>
    Published = 3,

    /// <summary>Its first shift has begun.</summary>
    Running = 4,

    /// <summary>Its last shift is over; attendance can still be put right.</summary>
    Ended = 5,

    /// <summary>Attendance is frozen and on its way into the hours.</summary>
    Settled = 6,

    /// <summary>It does not take place.</summary>
    Cancelled = 7,
}
