using System.ComponentModel.DataAnnotations;

namespace Engagement.Grains.Activities;

/// <summary>Windows and limits of check-in and check-out (product.md §9). Section "Attendance".</summary>
public sealed class AttendanceOptions
{
    /// <summary>Seconds that a code stands. Default 30 (VH-05: 30 to 60).</summary>
    [Range(10, 120)] public int CodeSeconds { get; set; } = 30;

    /// <summary>Seconds that the code before it is still accepted, for whoever was pointing the camera at it. Default 15.</summary>
    [Range(0, 60)] public int GraceSeconds { get; set; } = 15;

    /// <summary>Minutes before a shift's start from which on people check in. Default 30.</summary>
    [Range(0, 240)] public int InBeforeMinutes { get; set; } = 30;

    /// <summary>Minutes after a shift's start until which people check in. Default 30.</summary>
    [Range(0, 720)] public int InAfterMinutes { get; set; } = 30;

    /// <summary>Minutes after a shift's end until which people check out. Default 60.</summary>
    [Range(0, 720)] public int OutAfterMinutes { get; set; } = 60;

    /// <summary>Minutes between scanning the code and the tap, for who has to sign in first. Default 10.</summary>
    [Range(1, 60)] public int PassMinutes { get; set; } = 10;

    /// <summary>Wrong codes that one person may type at one activity within ten minutes. Default 10: a million to try, two of them right.</summary>
    [Range(3, 1_000)] public int WrongCodes { get; set; } = 10;

    /// <summary>Hours after which an entry of an offline list needs a reviewer. Default 72.</summary>
    [Range(1, 720)] public int OfflineHours { get; set; } = 72;

    /// <summary>Messages to volunteers that one commit of a settlement carries. Default 200.</summary>
    [Range(1, 500)] public int SettleBatch { get; set; } = 200;
}
