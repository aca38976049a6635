using Engagement.Contracts;
using Engagement.Grains.Nominations;
using Engagement.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Tests.Nominations;

/// <summary>Public thanks on a real store, each test closed by a recount.</summary>
[Collection(StoreTests.Name)]
public sealed class NominationLedgerTests(StoreFixture stores)
{
    [RedisFact]
    public async Task Nominate_SeveralTimes_IsOneThatWaitsForTheCourier()
    {
        await using var city = await City.StartAsync(await stores.ConnectionAsync(StoreKind.Redis));
        var (rider, mine) = await CourierAsync(city);
        var an = await city.PersonAsync();
        var command = city.Cell.Command();
        Assert.Equal(Outcome.Done, (await city.Person(an).Nominate(command, rider, "helped", "thanks")).Outcome);
        Assert.Equal(Outcome.Done, (await city.Person(an).Nominate(command, rider, "helped", "thanks")).Outcome);
        city.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(Outcome.Done, (await city.Person(an).Nominate(city.Cell.Command(), rider, "helped", "again")).Outcome);
        await city.SweepAsync();
        var thanks = Assert.Single((await mine.Show()).Thanks);
        Assert.Equal((2, NominationState.Waiting), (thanks.Times, thanks.State));
        Assert.Equal("again", thanks.Preset);
        Assert.DoesNotContain(an.ToString(), thanks.Handle);
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Decide_AcceptedAndThankedAgain_StaysAsItWasDecided()
    {
        await using var city = await City.StartAsync(await stores.ConnectionAsync(StoreKind.Redis));
        var (rider, mine) = await CourierAsync(city);
        var (an, bai) = (await city.PersonAsync(), await city.PersonAsync());
        await city.Person(an).Nominate(city.Cell.Command(), rider, "helped", "thanks");
        await city.Person(bai).Nominate(city.Cell.Command(), rider, "helped", "thanks");
        await city.SweepAsync();
        var first = (await mine.Show()).Thanks[0].Handle;
        Assert.Equal(Outcome.Done, (await mine.Decide(city.Cell.Command(), first, false)).Outcome);
        Assert.Equal(Outcome.Done, (await mine.Decide(city.Cell.Command(), null, true)).Outcome);
        Assert.Equal(Outcome.NotFound, (await mine.Decide(city.Cell.Command(), "nobody", true)).Outcome);
        city.Clock.Advance(TimeSpan.FromDays(1));
        await city.Person(an).Nominate(city.Cell.Command(), rider, "helped", "other");
        await city.Person(bai).Nominate(city.Cell.Command(), rider, "helped", "other");
        await city.SweepAsync();
        var thanks = (await mine.Show()).Thanks;
        Assert.Equal([NominationState.Accepted, NominationState.Declined], thanks.Select(one => one.State).Order());
        Assert.All(thanks, one => Assert.Equal(("thanks", 2), (one.Preset, one.Times)));
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Nominate_MoreThanTheDayAllows_IsRefusedUntilTomorrow()
    {
        await using var city = await City.StartAsync(await stores.ConnectionAsync(StoreKind.Redis));
        var (rider, _) = await CourierAsync(city);
        var an = await city.PersonAsync();
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(Outcome.Done, (await city.Person(an).Nominate(city.Cell.Command(), rider, "helped", "p" + i)).Outcome);
        }

        Assert.Equal(Outcome.DailyLimit, (await city.Person(an).Nominate(city.Cell.Command(), rider, "helped", "p6")).Outcome);
        city.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(Outcome.Done, (await city.Person(an).Nominate(city.Cell.Command(), rider, "helped", "p6")).Outcome);
        await city.SweepAsync();
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Nominate_OneselfOrSomebodyWhoIsNoCourier_IsRefused()
    {
        await using var city = await City.StartAsync(await stores.ConnectionAsync(StoreKind.Redis));
        var (rider, mine) = await CourierAsync(city);
        var an = await city.PersonAsync();
        Assert.Equal(Outcome.Done, (await city.Cell.Grains.GetGrain<ICourierGrain>($"{city.Cell.CellId}/{an}").Leave(city.Cell.Command(), false)).Outcome);
        Assert.Equal(Outcome.Forbidden, (await city.Person(rider).Nominate(city.Cell.Command(), rider, "helped", "thanks")).Outcome);
        Assert.Equal(Outcome.NotFound, (await city.Person(rider).Nominate(city.Cell.Command(), an, "helped", "thanks")).Outcome);
        Assert.Equal("letter", (await city.Person(an).Nominate(city.Cell.Command(), rider, "helped", "unknown")).Field);
        Assert.Equal(Outcome.NotEnrolled, (await Of(city, an).MakeCode(city.Cell.Command())).Outcome);
        Assert.Empty((await mine.Show()).Thanks);
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Nominate_ByWhomTheCourierBlocks_IsSilentlyNotDelivered()
    {
        await using var city = await City.StartAsync(await stores.ConnectionAsync(StoreKind.Redis));
        var (rider, mine) = await CourierAsync(city);
        var an = await city.PersonAsync();
        await city.Person(rider).Block(city.Cell.Command(), an, true);
        Assert.Equal(Outcome.Done, (await city.Person(an).Nominate(city.Cell.Command(), rider, "helped", "thanks")).Outcome);
        await city.SweepAsync();
        Assert.Empty((await mine.Show()).Thanks);
    }

    [RedisFact]
    public async Task MakeCode_Again_KillsTheFormer()
    {
        await using var city = await City.StartAsync(await stores.ConnectionAsync(StoreKind.Redis));
        var (rider, mine) = await CourierAsync(city);
        var reader = city.Cell.Services.GetRequiredService<NominationReader>();
        var former = (await mine.Show()).Code!;
        Assert.Equal(rider, (await reader.Find(former.ToLowerInvariant()))!.Id);
        Assert.Equal(Outcome.Done, (await mine.MakeCode(city.Cell.Command())).Outcome);
        Assert.Null(await reader.Find(former));
        Assert.Equal(rider, (await reader.Find((await mine.Show()).Code))!.Id);
        for (var i = 0; i < 3; i++)
        {
            await mine.MakeCode(city.Cell.Command());
        }

        Assert.Equal(Outcome.DailyLimit, (await mine.MakeCode(city.Cell.Command())).Outcome);
        await city.IsCleanAsync();
        await city.Redis.SortedSetAddAsync(city.Keys.Key("thanks-codes"), "ABCDEFGHJK nobody", 0);
        Assert.Contains((await city.RecountAsync()).Differences, difference => difference.Key == "thanks-codes");
    }

    [RedisFact]
    public async Task Close_WithThanksOnTheirWay_ForgetsCodeAndThanks()
    {
        await using var city = await City.StartAsync(await stores.ConnectionAsync(StoreKind.Redis));
        var (rider, mine) = await CourierAsync(city);
        var an = await city.PersonAsync();
        await city.Person(an).Nominate(city.Cell.Command(), rider, "helped", "thanks");
        await city.SweepAsync();
        city.Clock.Advance(TimeSpan.FromSeconds(1));
        await city.Person(an).Nominate(city.Cell.Command(), rider, "helped", "late");
        await city.Person(rider).Close(city.Cell.Command());
        await city.SweepAsync();
        await city.SweepAsync();
        var left = await mine.Show();
        Assert.Null(left.Code);
        Assert.Empty(left.Thanks);
        await city.IsCleanAsync();
    }

    private static INominationGrain Of(City city, ParticipantId person) => city.Cell.Grains.GetGrain<INominationGrain>($"{city.Cell.CellId}/{person}");

    private static async Task<(ParticipantId Rider, INominationGrain Mine)> CourierAsync(City city)
    {
        var rider = await city.PersonAsync();
        Assert.Equal(Outcome.Done, (await Of(city, rider).MakeCode(city.Cell.Command())).Outcome);
        return (rider, Of(city, rider));
    }
}
