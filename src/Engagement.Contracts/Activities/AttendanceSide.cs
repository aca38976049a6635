namespace Engagement.Contracts;

/// <summary>Coming or going. The numbers are part of codes.</summary>
public enum AttendanceSide
{
    /// <summary>Check-in.</summary>
    In = 1,

    /// <summary>Check-out.</summary>
    Out = 2,
}
