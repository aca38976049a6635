using Engagement.Contracts;
using Engagement.Tests.Storage;

namespace Engagement.Tests.SignIns;

/// <summary>One person by several identities, on a real ledger.</summary>
[Collection(StoreTests.Name)]
public sealed class UnionLedgerTests(StoreFixture stores)
{
    [RedisFact]
    public async Task Join_UnionOfNobody_LeadsTheOtherAccountHere()
    {
        await using var city = await City.StartAsync(await stores.ConnectionAsync(StoreKind.Redis));
        var an = await Identity(city, "h5").Enter(1, null, false);
        Assert.False((await city.Person(an).Self()).Profile!.Joined);
        Assert.Equal(UnionOutcome.Joined, await Identity(city, "h5").Join("union"));
        Assert.Equal(UnionOutcome.Joined, await Identity(city, "h5").Join("union"));
        Assert.True((await city.Person(an).Self()).Profile!.Joined);
        Assert.Equal(an, await Identity(city, "mini").Enter(1, "union", false));
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Join_UnionOfAnother_ChangesNothing()
    {
        await using var city = await City.StartAsync(await stores.ConnectionAsync(StoreKind.Redis));
        var (an, bai) = (await Identity(city, "h5").Enter(1, null, false), await Identity(city, "mini").Enter(1, "union", false));
        Assert.NotEqual(an, bai);
        Assert.Equal(UnionOutcome.Taken, await Identity(city, "h5").Join("union"));
        Assert.Equal((an, bai, bai), (await Identity(city, "h5").Find(), await Identity(city, "mini").Find(), await Identity(city, "union").Find()));
        Assert.False((await city.Person(an).Self()).Profile!.Joined);
        await city.Person(an).Close(city.Cell.Command());
        Assert.Equal(bai, await Identity(city, "mini").Enter(1, "union", false)); // closing the one leaves the other's way alone
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Enter_UnionThatCameLater_JoinsWhoWasThereBefore()
    {
        await using var city = await City.StartAsync(await stores.ConnectionAsync(StoreKind.Redis));
        var an = await Identity(city, "mini").Enter(1, null, false); // the accounts were not bound yet
        Assert.Equal(an, await Identity(city, "mini").Enter(1, "union", false));
        Assert.Equal(an, await Identity(city, "union").Find());
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Close_JoinedPerson_IsForgottenByEveryIdentity()
    {
        await using var city = await City.StartAsync(await stores.ConnectionAsync(StoreKind.Redis));
        var an = await Identity(city, "h5").Enter(1, null, false);
        await Identity(city, "h5").Join("union");
        await Identity(city, "mini").Enter(1, "union", false);
        await city.Person(an).Close(city.Cell.Command());
        Assert.All(await Task.WhenAll(new[] { "h5", "mini", "union" }.Select(id => Identity(city, id).Find())), found => Assert.True(found.IsNone));
        Assert.Equal(UnionOutcome.NoAccount, await Identity(city, "h5").Join("union"));
        Assert.NotEqual(an, await Identity(city, "mini").Enter(1, "union", false));
        await city.IsCleanAsync();
    }

    private static IIdentityGrain Identity(City city, string id) => city.Cell.Grains.GetGrain<IIdentityGrain>($"{city.Cell.CellId}/{id}");
}
