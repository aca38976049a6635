namespace Engagement.Grains.Hours;

/// <summary>The instant of a turn, and the limits.</summary>
/// <param name="Now">By the campaign's clock.</param>
/// <param name="Real">By the machine's clock, which command keys are made by.</param>
/// <param name="Options">Limits.</param>
internal readonly record struct HourMoment(DateTimeOffset Now, DateTimeOffset Real, HourOptions Options)
{
    /// <summary>Seconds since the campaign's start: decide ties on boards.</summary>
    public int Second { get; init; }

    public long Milliseconds => Now.ToUnixTimeMilliseconds();
}
