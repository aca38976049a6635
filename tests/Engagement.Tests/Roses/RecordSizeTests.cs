using Engagement.Contracts;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;

namespace Engagement.Tests.Roses;

/// <summary>A claimed rose at rest fits its share of the 700 bytes of ledger.md 17: its record must stay small.</summary>
public sealed class RecordSizeTests
{
    [Fact]
    public void Write_ClaimedRose_FitsItsBudget()
    {
        using var services = new ServiceCollection().AddSerializer().BuildServiceProvider();
        var format = new RecordFormat(services.GetRequiredService<Serializer>());
        var (sender, taker, now) = (new ParticipantId(Guid.NewGuid()), new ParticipantId(Guid.NewGuid()), new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero));
        var rose = new RoseState
        {
            Id = new(Guid.NewGuid()), Status = RoseStatus.Held, Sender = sender, BornAt = now.ToUnixTimeMilliseconds(), BornDay = 20261123, Offers = 1, Hops = 1,
            Latest = new()
            {
                Number = 1, From = sender, To = taker, At = now.ToUnixTimeMilliseconds(), Day = 20261123, Second = 28_000_000, Offer = 1,
                Letter = new() { Reason = "give-way", Preset = "give-way-waited" },
                Giver = new("440703", "440703001", null, null),
            },
        };
        rose.Commands.Keep(CommandId.New(now), ulong.MaxValue / 3, 1, now);
        Assert.InRange(format.Write(rose, null).Length, 1, 250);
    }
}
