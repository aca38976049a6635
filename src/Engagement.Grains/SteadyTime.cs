namespace Engagement.Grains;

/// <summary>
/// The time that Orleans counts a grain's idleness by: it passes as the machine's clock that nobody can set. By the wall clock
/// Orleans plans no collection before the last one, so a clock that ran ahead and was set right again (NTP, a resumed machine) let
/// no grain activate until the wrong time had come; chaos found it.
/// </summary>
/// <param name="system">Where the start and the steps are taken from.</param>
internal sealed class SteadyTime(TimeProvider system) : TimeProvider
{
    private readonly DateTimeOffset _start = system.GetUtcNow();
    private readonly long _from = system.GetTimestamp();

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => _start + system.GetElapsedTime(_from);

    /// <inheritdoc/>
    public override long GetTimestamp() => system.GetTimestamp();

    /// <inheritdoc/>
    public override long TimestampFrequency => system.TimestampFrequency;

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        system.CreateTimer(callback, state, dueTime, period);
}
