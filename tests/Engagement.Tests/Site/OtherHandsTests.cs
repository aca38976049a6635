using System.Net;
using System.Text.Json;

namespace Engagement.Tests.Site;

/// <summary>Another person's rose, another's link, another's id: nothing is learned and nothing is written.</summary>
[Collection(SiteTests.Name)]
public sealed class OtherHandsTests(SiteUnderTest site)
{
    [Fact]
    public async Task Rose_InOtherHands_NobodyElseMovesIt()
    {
        var (giver, holder, other) = (await site.PersonAsync("他手赠"), await site.PersonAsync("他手收"), await site.PersonAsync("他手旁"));
        var (rose, secret) = await giver.Give();
        Assert.Equal("NotHolder", await Act(other, rose, "withdraw"));
        await holder.Claim(rose, secret);
        var before = await site.Writes();
        Assert.Equal("NotHolder", ApiPerson.Outcome(await other.Post($"/roses/{rose}/offer", ApiPerson.Rose())));
        Assert.Equal("NotHolder", ApiPerson.Outcome(await giver.Post($"/roses/{rose}/offer", ApiPerson.Rose())));
        Assert.Equal("NotHolder", await Act(other, rose, "withdraw"));
        Assert.Equal("AlreadyClaimed", await Act(giver, rose, "withdraw"));
        Assert.Equal("NotHolder", await Act(other, rose, "thanks"));
        Assert.Equal("NotHolder", await Act(giver, rose, "thanks"));
        Assert.Equal("NotHolder", await Act(other, rose, "report"));
        Assert.Equal("AlreadyClaimed", ApiPerson.Outcome(await other.Claim(rose, secret)));
        Assert.Equal(before, await site.Writes());
        Assert.Equal("Held", (await other.Get($"/roses/{rose}")).Body.GetProperty("state").GetString());
    }

    [Fact]
    public async Task Rose_OfferedOn_OnlyItsHolderTakesItBack()
    {
        var (giver, holder, other) = (await site.PersonAsync("转赠"), await site.PersonAsync("转手"), await site.PersonAsync("转旁"));
        var (rose, secret) = await giver.Give();
        await holder.Claim(rose, secret);
        await holder.Post($"/roses/{rose}/offer", ApiPerson.Rose());
        var before = await site.Writes();
        Assert.Equal("AlreadyClaimed", await Act(giver, rose, "withdraw"));
        Assert.Equal("NotHolder", await Act(other, rose, "withdraw"));
        Assert.Equal(before, await site.Writes());
        Assert.Equal("Done", await Act(holder, rose, "withdraw"));
        Assert.Equal("Held", (await other.Get($"/roses/{rose}")).Body.GetProperty("state").GetString());
    }

    [Fact]
    public async Task Claim_WhateverIsWrongWithIdOrSecret_OneAnswer()
    {
        var (giver, other) = (await site.PersonAsync("猜赠"), await site.PersonAsync("猜者"));
        var (rose, secret) = await giver.Give();
        var (_, foreign) = await giver.Give();
        var (bouquet, share) = await Tie(giver);
        var before = await site.Writes();
        string[] answers =
        [
            await Raw(other, "roses", "BAAAAAAAAAAAAAAAAAAAAA", secret), // unknown
            await Raw(other, "roses", "xyz", secret),
            await Raw(other, "roses", rose + "A", secret),
            await Raw(other, "roses", Respelled(rose), secret),
            await Raw(other, "roses", rose, Respelled(secret)),
            await Raw(other, "roses", rose, foreign),
            await Raw(other, "roses", rose, secret[..21]),
            await Raw(other, "roses", rose, new string('长', 22)),
            await Raw(other, "roses", rose, new string('\0', 22)),
            await Raw(other, "roses", rose, new string('A', 100_000)),
            await Raw(other, "roses", rose, ""),
            await Raw(other, "roses", rose, null),
            await Raw(other, "roses", bouquet, share),
            await Raw(other, "roses", giver.Id, secret),
            await Raw(other, "bouquets", "BAAAAAAAAAAAAAAAAAAAAA", share),
            await Raw(other, "bouquets", "xyz", share),
            await Raw(other, "bouquets", Respelled(bouquet), share),
            await Raw(other, "bouquets", bouquet, Respelled(share)),
            await Raw(other, "bouquets", bouquet, secret),
            await Raw(other, "bouquets", bouquet, null),
            await Raw(other, "bouquets", rose, secret),
        ];
        Assert.All(answers, answer => Assert.Equal(answers[0], answer));
        Assert.Contains("\"NotFound\"", answers[0], StringComparison.Ordinal);
        Assert.Equal(before, await site.Writes());
        Assert.Equal("Claimed", ApiPerson.Outcome(await other.Claim(rose, secret)));
        Assert.Equal("Claimed", ApiPerson.Outcome(await other.Post($"/bouquets/{bouquet}/claim", new { commandId = SiteUnderTest.Command(), secret = share })));
    }

    private static async Task<string> Act(ApiPerson by, string rose, string act) => ApiPerson.Outcome(
        await by.Post($"/roses/{rose}/{act}", new { commandId = SiteUnderTest.Command(), phrase = "so-warm", reason = "rude" }));

    private static async Task<string> Raw(ApiPerson by, string kind, string id, string? secret)
    {
        var (status, body) = await by.Post($"/{kind}/{id}/claim", new { commandId = SiteUnderTest.Command(), secret });
        return (int)status + string.Concat(body.EnumerateObject().Where(field => field.Name != "traceId").Select(field => field.ToString()));
    }

    // The last character holds two bits of the id and four that must be zero: this spells the same bits.
    private static string Respelled(string id) => id[..21] + (char)(id[21] + 1);

    private static async Task<(string Id, string Secret)> Tie(ApiPerson giver)
    {
        var (status, body) = await giver.Post("/bouquets", new
        {
            commandId = SiteUnderTest.Command(), roses = 2, shares = 2, split = "equal", reason = "give-way", preset = "give-way-waited",
        });
        Assert.Equal(HttpStatusCode.Created, status);
        return (body.GetProperty("bouquetId").GetString()!, body.GetProperty("secret").GetString()!);
    }
}
