namespace Engagement.Grains.Activities;

/// <summary>The instant of a turn, and the limits.</summary>
/// <param name="Now">By the campaign's clock.</param>
/// <param name="Real">By the machine's clock, which command keys are made by.</param>
/// <param name="Options">Limits.</param>
internal readonly record struct ActivityMoment(DateTimeOffset Now, DateTimeOffset Real, ActivityOptions Options)
{
    public long Milliseconds => Now.ToUnixTimeMilliseconds();
}
