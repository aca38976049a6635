using System.Net;
using System.Security.Cryptography;
using Engagement.Grains.Bouquets;

namespace Engagement.Tests.Site;

[Collection(SiteTests.Name)]
public sealed class BouquetsApiTests(SiteUnderTest site)
{
    [Fact]
    public async Task Claim_MorePeopleThanShares_ExactlyTheSharesWinOnceEach()
    {
        var giver = await Rich("花束主");
        var (id, secret, _) = await Tie(giver, 45, 30, "equal");
        var people = await Task.WhenAll(Enumerable.Range(0, 80).Select(i => site.PersonAsync("束" + i)));
        var answers = await Task.WhenAll(people.SelectMany(person => new[] { Claim(person, id, secret), Claim(person, id, secret) }));
        var won = answers.Where(answer => answer.Status == HttpStatusCode.OK).ToArray();
        Assert.Equal(30, won.Length);
        Assert.Equal(45, won.Sum(answer => answer.Body.GetProperty("roses").GetInt32()));
        Assert.Equal(15, won.Count(answer => answer.Body.GetProperty("roses").GetInt32() == 2)); // the remainder goes to the earliest
        Assert.Equal(45, won.SelectMany(answer => answer.Body.GetProperty("roseIds").EnumerateArray()).Select(rose => rose.GetString()).Distinct().Count());
        var refused = answers.Where(answer => answer.Status != HttpStatusCode.OK).ToLookup(ApiPerson.Outcome);
        Assert.Equal(30, refused["AlreadyInBouquet"].Count()); // each winner tried twice
        Assert.Equal(2 * 50, refused["BouquetEmpty"].Count());
    }

    [Fact]
    public async Task Claim_SameCommandAgain_SameRosesForEver()
    {
        var (giver, taker) = (await site.PersonAsync("束同令"), await site.PersonAsync("束收"));
        var (id, secret, _) = await Tie(giver, 3, 1, "equal");
        var command = SiteUnderTest.Command();
        var first = await Claim(taker, id, secret, command);
        var again = await Claim(taker, id, secret, command);
        Assert.Equal(first.Body.GetRawText(), again.Body.GetRawText());
        Assert.Equal(3, (await taker.Get("/me")).Body.GetProperty("held").GetInt32());
        Assert.Equal("AlreadyInBouquet", ApiPerson.Outcome(await Claim(taker, id, secret)));
    }

    [Fact]
    public async Task Claim_AfterTheLastShare_RefusesAtTheGateAndLetsWinnersThrough()
    {
        var (giver, taker, late) = (await site.PersonAsync("束尽主"), await site.PersonAsync("束尽收"), await site.PersonAsync("束尽迟"));
        var (id, secret, _) = await Tie(giver, 2, 1, "equal");
        var command = SiteUnderTest.Command();
        var won = await Claim(taker, id, secret, command);
        for (var times = 0; times < 3; times++) // by its grain, then by the gate
        {
            Assert.Equal("BouquetEmpty", ApiPerson.Outcome(await Claim(late, id, secret)));
            Assert.Equal("BouquetEmpty", ApiPerson.Outcome(await Claim(giver, id, secret)));
            Assert.Equal("NotFound", ApiPerson.Outcome(await Claim(late, id, "AAAAAAAAAAAAAAAAAAAAAA")));
            Assert.Equal(won.Body.GetRawText(), (await Claim(taker, id, secret, command)).Body.GetRawText());
            Assert.Equal("AlreadyInBouquet", ApiPerson.Outcome(await Claim(taker, id, secret)));
        }
    }

    [Fact]
    public async Task Lucky_AfterTheClose_AnybodyRepeatsTheLuck()
    {
        var giver = await Rich("手气主");
        var (id, secret, hash) = await Tie(giver, 20, 6, "lucky");
        var won = new List<int>();
        for (var i = 0; i < 6; i++)
        {
            won.Add((await Claim(await site.PersonAsync("手气" + i), id, secret)).Body.GetProperty("roses").GetInt32());
        }

        var shown = (await giver.Get($"/bouquets/{id}")).Body;
        var seed = Convert.FromHexString(shown.GetProperty("seed").GetString()!);
        Assert.Equal(hash, Convert.ToHexStringLower(SHA256.HashData(seed)));
        var left = 20;
        for (var i = 0; i < 6; i++)
        {
            Assert.Equal(won[i], LuckySplit.Draw(seed, i, left, 6 - i));
            left -= won[i];
        }

        Assert.Equal(0, left);
    }

    [Fact]
    public async Task Leftovers_AfterADay_GoBackToTheAllowanceOnce()
    {
        var (giver, taker) = (await site.PersonAsync("剩主"), await site.PersonAsync("剩收"));
        var (id, secret, _) = await Tie(giver, 4, 4, "equal");
        await Claim(taker, id, secret);
        site.Clock.Advance(TimeSpan.FromHours(24));
        Assert.Equal("Returned", ApiPerson.Outcome(await Claim(await site.PersonAsync("剩迟"), id, secret)));
        await Storage.Eventually.HoldsAsync(
            async () => (await giver.Get("/me")).Body.GetProperty("allowance").GetProperty("remaining").GetInt32() == 5 + 3, "three roses come back");
        await site.Swept();
        Assert.Equal(5 + 3, (await giver.Get("/me")).Body.GetProperty("allowance").GetProperty("remaining").GetInt32());
    }

    private async Task<ApiPerson> Rich(string name)
    {
        var (person, boss) = (await site.PersonAsync(name), await site.PersonAsync(Engagement.Local.City.Operator));
        var (status, _) = await boss.Post("/operator/budgets", new { commandId = SiteUnderTest.Command(), participantId = person.Id, roses = 500, reason = "测试" });
        Assert.Equal(HttpStatusCode.OK, status);
        return person;
    }

    private static async Task<(string Id, string Secret, string SeedHash)> Tie(ApiPerson giver, int roses, int shares, string split)
    {
        var (status, body) = await giver.Post("/bouquets", new
        {
            commandId = SiteUnderTest.Command(), roses, shares, split, reason = "give-way", preset = "give-way-waited",
        });
        Assert.Equal(HttpStatusCode.Created, status);
        return (body.GetProperty("bouquetId").GetString()!, body.GetProperty("secret").GetString()!, body.GetProperty("seedHash").GetString()!);
    }

    private static Task<(HttpStatusCode Status, System.Text.Json.JsonElement Body)> Claim(ApiPerson person, string id, string secret, string? command = null) =>
        person.Post($"/bouquets/{id}/claim", new { commandId = command ?? SiteUnderTest.Command(), secret });
}
