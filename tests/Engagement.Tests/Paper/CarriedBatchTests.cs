using Engagement.Contracts;
using Engagement.Grains.Paper;
using Engagement.Grains.Rankings;
using Engagement.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Tests.Paper;

/// <summary>A batch that one courier hands out.</summary>
[Collection(StoreTests.Name)]
public sealed class CarriedBatchTests(StoreFixture stores)
{
    [RedisFact]
    public async Task HandTo_OneCourier_TheyCarryItAsTheirCompanysSeeds()
    {
        await using var city = await City.StartAsync(await stores.ConnectionAsync(StoreKind.Redis));
        var (rider, other, an) = (await city.PersonAsync(), await city.PersonAsync("co-yto"), await city.CitizenAsync());
        var (batch, command) = (Batch(city, 1), city.Cell.Command());
        Assert.Equal(Outcome.Done, (await batch.Issue(city.Cell.Command(), new(default, 48, "box"))).Outcome);
        Assert.Equal(Outcome.NotEnrolled, (await batch.HandTo(city.Cell.Command(), default, an)).Outcome);
        Assert.Equal(Outcome.Done, (await batch.HandTo(city.Cell.Command(), default, other)).Outcome);
        Assert.Equal(Outcome.Done, (await batch.HandTo(command, default, rider)).Outcome);
        Assert.Equal(Outcome.Done, (await batch.HandTo(command, default, rider)).Outcome);
        Assert.Equal((0, 0), await Carried(city, other));
        Assert.Equal((48, 0), await Carried(city, rider));
        Assert.Equal(48, (await city.Cell.Services.GetRequiredService<CityReader>().Read()).Seeds.Issued);
        await city.IsCleanAsync();

        var rose = (await batch.Scan(city.Cell.Command(), 7, new(an))).Rose;
        Assert.Equal("co-sf", (await city.StateAsync(rose)).Paper!.Seed); // the chain names the company, never the person
        Assert.Equal(Outcome.AlreadyDecided, (await batch.HandTo(city.Cell.Command(), default, other)).Outcome);
        var print = await batch.Reissue(city.Cell.Command(), default, 0, 9, "wet");
        Assert.Equal((48, 1), await Carried(city, rider)); // ten of them on new paper
        await batch.Void(city.Cell.Command(), default, 40, 47, "lost");
        Assert.Equal((40, 1), await Carried(city, rider));
        Assert.Equal(48, (await city.Cell.Services.GetRequiredService<CityReader>().Read()).Seeds.Issued);
        Assert.Equal(Outcome.Done, (await Batch(city, print.Batch).Scan(city.Cell.Command(), 0, new(an))).Outcome);
        Assert.Equal((40, 2), await Carried(city, rider));
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task HandTo_RiderWithoutACompany_IsASeedOfThePool()
    {
        await using var city = await City.StartAsync(await stores.ConnectionAsync(StoreKind.Redis));
        var rider = await city.CitizenAsync();
        await city.Courier(rider).EnterPool(city.Cell.Command());
        await Batch(city, 1).Issue(city.Cell.Command(), new(default, 5, "box"));
        Assert.Equal(Outcome.Done, (await Batch(city, 1).HandTo(city.Cell.Command(), default, rider)).Outcome);
        Assert.Equal(IssueBatch.Pool, (await city.Cell.Services.GetRequiredService<BatchReader>().Read(1))!.Seed);
        Assert.Equal(Outcome.Done, (await Batch(city, 1).Hand(city.Cell.Command(), default, null)).Outcome);
        Assert.Equal((0, 0), await Carried(city, rider));
        await city.IsCleanAsync();
    }

    private static IRoseBatchGrain Batch(City city, int number) => city.Cell.Grains.GetGrain<IRoseBatchGrain>($"{city.Cell.CellId}/{number}");

    private static Task<(int, int)> Carried(City city, ParticipantId courier) => city.Cell.Services.GetRequiredService<BatchReader>().CarriedBy(courier);
}
