namespace Engagement.Rig.Simulate.Model;

/// <summary>Runs every continuation on one thread, one after the other: the schedule alone decides what happens when.</summary>
internal sealed class Pump : SynchronizationContext
{
    private readonly Queue<(SendOrPostCallback Act, object? State)> _ready = new();

    public override void Post(SendOrPostCallback d, object? state) => _ready.Enqueue((d, state));

    public override void Send(SendOrPostCallback d, object? state) => throw new NotSupportedException("Nothing waits in a simulation.");

    /// <summary>Until everything waits for the store.</summary>
    public void Drain()
    {
        while (_ready.TryDequeue(out var next))
        {
            next.Act(next.State);
        }
    }
}
