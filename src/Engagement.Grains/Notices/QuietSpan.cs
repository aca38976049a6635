namespace Engagement.Grains.Notices;

/// <summary>A time of the day, in Shanghai.</summary>
public sealed class QuietSpan
{
    /// <summary>From.</summary>
    public TimeOnly From { get; set; }

    /// <summary>Until, on the same day.</summary>
    public TimeOnly Until { get; set; }
}
