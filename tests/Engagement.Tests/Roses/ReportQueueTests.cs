using Engagement.Contracts;
using Engagement.Tests.Storage;

namespace Engagement.Tests.Roses;

/// <summary>A report waits until a moderator answers it, by leaving the rose or by voiding it.</summary>
[Collection(StoreTests.Name)]
public sealed class ReportQueueTests(StoreFixture stores)
{
    [RedisFact]
    public async Task Report_ClearedThenReportedByAnother_WaitsAgainUntilTheVoid()
    {
        await using var city = await City.StartAsync(await stores.ConnectionAsync(StoreKind.Redis));
        var people = await Task.WhenAll(city.PersonAsync(), city.PersonAsync(), city.PersonAsync());
        var rose = await city.ChainAsync(people);
        await city.Rose(rose).Report(rose, city.Cell.Command(), people[1], "rude");
        Assert.Equal(1, await WaitingAsync(city));
        Assert.Equal(Outcome.Done, (await city.Rose(rose).ClearReports(rose, city.Cell.Command(), people[0], "fine")).Outcome);
        Assert.Equal(0, await WaitingAsync(city));
        await city.IsCleanAsync();

        await city.Rose(rose).Report(rose, city.Cell.Command(), people[1], "rude"); // the same person asks once only
        Assert.Equal(0, await WaitingAsync(city));
        await city.Rose(rose).Report(rose, city.Cell.Command(), people[2], "advert");
        Assert.Equal(1, await WaitingAsync(city));
        await city.IsCleanAsync();

        await city.VoidAsync(rose);
        Assert.Equal(0, await WaitingAsync(city));
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Block_AnonymousGiver_StaysUnseenUntilBlockedByName()
    {
        await using var city = await City.StartAsync(await stores.ConnectionAsync(StoreKind.Redis));
        var (an, bai) = (await city.PersonAsync(), await city.PersonAsync());
        await city.Person(an).Block(city.Cell.Command(), bai, true, unseen: true);
        Assert.Equal([bai], (await city.Person(an).Self()).Profile!.Unseen);
        await city.Person(an).Block(city.Cell.Command(), bai, true);
        Assert.Empty((await city.Person(an).Self()).Profile!.Unseen);
        Assert.Equal([bai], (await city.Person(an).Self()).Profile!.Blocked);
        await city.Person(an).Block(city.Cell.Command(), bai, true, unseen: true); // known before: stays known
        Assert.Empty((await city.Person(an).Self()).Profile!.Unseen);
    }

    private static Task<long> WaitingAsync(City city) => city.Redis.SortedSetLengthAsync(city.Keys.Key("reports"));
}
