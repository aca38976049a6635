using Engagement.Grains;
using Engagement.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Runtime;

namespace Engagement.Tests.Cluster;

/// <summary>A silo whose wall clock is set back still takes in grains.</summary>
[Collection(StoreTests.Name)]
public sealed class SteadyTimeTests(StoreFixture stores)
{
    [Fact]
    public void UtcNow_WallClockSetBack_GoesOn()
    {
        var machine = new Machine();
        var steady = new SteadyTime(machine);
        var before = steady.GetUtcNow();
        machine.Passed += TimeSpan.FromSeconds(3);
        machine.Wall -= TimeSpan.FromHours(5);
        Assert.Equal(before.AddSeconds(3), steady.GetUtcNow());
    }

    [RedisFact]
    public async Task Silo_CountsIdlenessBySteadyTime()
    {
        await using var city = await City.StartAsync(await stores.ConnectionAsync(StoreKind.Redis));
        Assert.IsType<SteadyTime>(city.Cell.Services.GetRequiredKeyedService<TimeProvider>(TimeProviderNames.ActivationManagement));
    }

    private sealed class Machine : TimeProvider
    {
        public DateTimeOffset Wall { get; set; } = ManualClock.Noon;

        public TimeSpan Passed { get; set; }

        public override DateTimeOffset GetUtcNow() => Wall;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Passed.Ticks;
    }
}
