using System.ComponentModel.DataAnnotations;
using Engagement.Contracts;

namespace Engagement.Grains.Activities;

/// <summary>Limits of activities and sign-ups. Section "Activities".</summary>
public sealed class ActivityOptions
{
    /// <summary>How well anybody who signs up must be known, whatever the activity asks for. Default Phone (product.md VH-01).</summary>
    [EnumDataType(typeof(IdentityLevel))] public IdentityLevel LowestLevel { get; set; } = IdentityLevel.Phone;

    /// <summary>Hours before a shift until which a sign-up is taken back without a reason. Default 12 (product.md VH-04).</summary>
    [Range(0, 168)] public int FreeLeaveHours { get; set; } = 12;

    /// <summary>Minutes for which a place is kept for who moves up from the waitlist. Default 120 (product.md VH-04).</summary>
    [Range(5, 2_880)] public int OfferMinutes { get; set; } = 120;

    /// <summary>Hours for which a place is kept after time or place changed, for the person to say yes again; never beyond the start. Default 48.</summary>
    [Range(1, 336)] public int ReconfirmHours { get; set; } = 48;

    /// <summary>People in the waitlist of one shift. Default 200.</summary>
    [Range(0, 5_000)] public int Waitlist { get; set; } = 200;

    /// <summary>Minutes by which the end of a shift may be moved. Default 120.</summary>
    [Range(0, 720)] public int ExtendMinutes { get; set; } = 120;

    /// <summary>Times that somebody did not come and gave no reason, after which an organiser confirms their sign-ups. Default 3 (product.md VH-19).</summary>
    [Range(1, 100)] public int Absences { get; set; } = 3;

    /// <summary>Days for which such a time is remembered. Default 90 (product.md VH-19).</summary>
    [Range(1, 366)] public int AbsenceDays { get; set; } = 90;

    /// <summary>Days after a shift within which it can be noted who did not come. Default 7.</summary>
    [Range(1, 30)] public int MarkDays { get; set; } = 7;

    /// <summary>Shanghai hour of the day before a shift at which people are reminded. Default 18.</summary>
    [Range(8, 21)] public int RemindHour { get; set; } = 18;

    /// <summary>Sign-ups that one person can have ahead of them. Default 50.</summary>
    [Range(1, 500)] public int PerPerson { get; set; } = 50;

    /// <summary>Seconds for which a person's time is kept while an activity decides. Default 60.</summary>
    [Range(10, 600)] public int HoldSeconds { get; set; } = 60;
}
