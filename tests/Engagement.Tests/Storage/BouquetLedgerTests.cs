using Engagement.Contracts;
using Engagement.Grains.Bouquets;
using Engagement.Grains.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Tests.Storage;

/// <summary>Bouquets through the ledger's failures, each closed by a recount.</summary>
[Collection(StoreTests.Name)]
public sealed class BouquetLedgerTests(StoreFixture stores)
{
    private static readonly SendBouquet Three = new(3, 3, Split.Equal, City.Words);

    [Theory, OnRedis, OnGarnet]
    public async Task Due_SameLeftoverManyTimesAtOnce_ComesBackOnce(StoreKind store)
    {
        await using var city = await City.StartAsync(await stores.ConnectionAsync(store));
        var (an, bai) = (await city.PersonAsync(), await city.PersonAsync());
        var sent = await city.Person(an).SendBouquet(city.Cell.Command(), Three);
        var bouquet = city.Cell.Grains.GetGrain<IBouquetGrain>($"{city.Cell.CellId}/{sent.Bouquet}");
        Assert.Equal(Outcome.Done, (await bouquet.Claim(city.Cell.Command(), new(bai, sent.Secret))).Outcome);
        await city.IsCleanAsync();
        city.Clock.Advance(TimeSpan.FromDays(30));
        var state = (await city.Cell.Services.GetRequiredService<BouquetReader>().Read(sent.Bouquet))!;
        await bouquet.Due(BouquetEffects.Expiry(sent.Bouquet));
        await city.IsCleanAsync();
        var entry = BouquetEffects.Leftover(state);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => city.Person(an).Due(entry)));
        Assert.Equal(7, (await city.Person(an).Self()).Remaining);
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task SendBouquet_SameKeyAfterItWasForgottenWithNothingLeft_MeetsItsOwn()
    {
        await using var city = await City.StartAsync(await stores.ConnectionAsync(StoreKind.Redis));
        var (an, command) = (await city.PersonAsync(), city.Cell.Command());
        var first = await city.Person(an).SendBouquet(command, Three);
        for (var i = 0; i < 40; i++)
        {
            city.Clock.Advance(TimeSpan.FromSeconds(1));
            await city.Person(an).Block(city.Cell.Command(), new(Guid.NewGuid()), true);
        }

        var again = await city.Person(an).SendBouquet(command, Three);
        Assert.Equal((Outcome.Done, first.Bouquet, first.Secret), (again.Outcome, again.Bouquet, again.Secret));
        Assert.Equal(2, (await city.Person(an).Self()).Remaining);
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task SendBouquet_NotCoveredOnANewDay_ChangesNothing()
    {
        await using var city = await City.StartAsync(await stores.ConnectionAsync(StoreKind.Redis));
        var an = await city.PersonAsync();
        Assert.Equal(Outcome.AllowanceUsed, (await city.Person(an).SendBouquet(city.Cell.Command(), Three with { Roses = 9 })).Outcome);
        Assert.Empty(city.Cell.Watch.Caught);
    }
}
