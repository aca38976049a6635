using Engagement.WeChat.Emulator.State;

namespace Engagement.WeChat.Emulator.Clock;

/// <summary>A clock of the emulator's own, ahead of the real one by as much as it was moved; remembered with everything else.</summary>
internal sealed class AheadClock(EmulatorStore store)
{
    public DateTimeOffset Now() => DateTimeOffset.UtcNow + store.Read(state => state.ClockAhead);

    public DateTimeOffset Advance(TimeSpan by) => DateTimeOffset.UtcNow + store.Change(state => state.ClockAhead += by);
}
