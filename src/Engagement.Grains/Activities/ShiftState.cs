namespace Engagement.Grains.Activities;

/// <summary>A shift as the activity keeps it.</summary>
[GenerateSerializer, OmitDefaultMemberValues, Alias("eng.activity.shiftstate")]
public sealed class ShiftState
{
    /// <summary>From 1, never used again.</summary>
    [Id(0)] public int Number { get; set; }

    /// <summary>Unix milliseconds.</summary>
    [Id(1)] public long Start { get; set; }

    /// <summary>Unix milliseconds of the agreed end.</summary>
    [Id(2)] public long End { get; set; }

    /// <summary>Minutes by which an organiser moved the end.</summary>
    [Id(3)] public int Extended { get; set; }

    /// <summary>Places.</summary>
    [Id(4)] public int Places { get; set; }

    /// <summary>Of these, given or kept: sign-ups with <see cref="SignUp.HasPlace"/>.</summary>
    [Id(5)] public int Taken { get; set; }

    /// <summary>People in the waitlist.</summary>
    [Id(6)] public int Waiting { get; set; }

    /// <summary>Its start was carried out: the waitlist is closed.</summary>
    [Id(7)] public bool Begun { get; set; }

    /// <summary>Unix milliseconds at which it ends, extension included: what attendance is measured by.</summary>
    public long LastMoment => End + Extended * 60_000L;

    /// <summary>Places that the waitlist can move up to.</summary>
    public int Free => Math.Max(0, Places - Taken);
}
