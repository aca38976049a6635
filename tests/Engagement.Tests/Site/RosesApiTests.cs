using System.Net;

namespace Engagement.Tests.Site;

[Collection(SiteTests.Name)]
public sealed class RosesApiTests(SiteUnderTest site)
{
    [Fact]
    public async Task Send_SameCommandTwice_AnswersTheSameAndDebitsOnce()
    {
        var an = await site.PersonAsync("同令");
        var rose = ApiPerson.Rose();
        var (_, first) = await an.Post("/roses", rose);
        var (status, second) = await an.Post("/roses", rose);
        Assert.Equal(HttpStatusCode.Created, status);
        Assert.Equal(first.GetRawText(), second.GetRawText());
        Assert.Equal(4, (await an.Get("/me")).Body.GetProperty("allowance").GetProperty("remaining").GetInt32());
    }

    [Fact]
    public async Task Send_SameCommandOtherContent_Reused()
    {
        var an = await site.PersonAsync("异文");
        var command = SiteUnderTest.Command();
        await an.Post("/roses", ApiPerson.Rose(command));
        var (status, body) = await an.Post("/roses", new { commandId = command, reason = "give-way", text = "谢谢你" });
        Assert.Equal((HttpStatusCode.Conflict, "CommandReused"), (status, ApiPerson.Outcome((status, body))));
    }

    [Fact]
    public async Task Send_SixthOfTheDay_AllowanceUsedUntilShanghaiMidnight()
    {
        var an = await site.PersonAsync("五枝");
        for (var i = 0; i < 5; i++)
        {
            await an.Give();
        }

        Assert.Equal("AllowanceUsed", ApiPerson.Outcome(await an.Post("/roses", ApiPerson.Rose())));
        site.Clock.Advance(TimeSpan.FromHours(24));
        Assert.Equal(HttpStatusCode.Created, (await an.Post("/roses", ApiPerson.Rose())).Status);
    }

    [Fact]
    public async Task Claim_ByManyAtOnce_OneWins()
    {
        var giver = await site.PersonAsync("赠者");
        var people = await Task.WhenAll(Enumerable.Range(0, 60).Select(i => site.PersonAsync("抢" + i)));
        var (rose, secret) = await giver.Give();
        var answers = await Task.WhenAll(people.Select(person => person.Claim(rose, secret)));
        Assert.Single(answers, answer => answer.Status == HttpStatusCode.OK);
        Assert.Equal(59, answers.Count(answer => answer.Status == HttpStatusCode.Conflict && answer.Body.GetProperty("outcome").GetString() == "AlreadyClaimed"));
    }

    [Fact]
    public async Task Claim_SameCommandManyTimesAtOnce_OneEffectOneAnswer()
    {
        var (giver, taker) = (await site.PersonAsync("一令赠"), await site.PersonAsync("一令收"));
        var (rose, secret) = await giver.Give();
        var command = SiteUnderTest.Command();
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => taker.Claim(rose, secret, command)));
        Assert.All(answers, answer => Assert.Equal((HttpStatusCode.OK, 1), (answer.Status, answer.Body.GetProperty("hop").GetInt32())));
        Assert.Equal(1, (await taker.Get("/me")).Body.GetProperty("received").GetInt32());
    }

    [Fact]
    public async Task Claim_SecondOfThePairThatDay_TravelsButIsNotCounted()
    {
        var (giver, taker) = (await site.PersonAsync("同日赠"), await site.PersonAsync("同日收"));
        var (first, firstSecret) = await giver.Give();
        var (second, secondSecret) = await giver.Give();
        Assert.True((await taker.Claim(first, firstSecret)).Body.GetProperty("counted").GetBoolean());
        Assert.False((await taker.Claim(second, secondSecret)).Body.GetProperty("counted").GetBoolean());
    }

    [Fact]
    public async Task Rose_FromHandToHand_RefusesOwnBounceAndOldLink()
    {
        var (a, b, c) = (await site.PersonAsync("走甲"), await site.PersonAsync("走乙"), await site.PersonAsync("走丙"));
        var (rose, secret) = await a.Give();
        Assert.Equal("OwnRose", ApiPerson.Outcome(await a.Claim(rose, secret)));
        Assert.Equal("NotFound", ApiPerson.Outcome(await b.Claim(rose, new string('A', 22))));
        Assert.Equal("NotHolder", ApiPerson.Outcome(await c.Post($"/roses/{rose}/offer", ApiPerson.Rose())));
        await b.Claim(rose, secret);
        var (_, offer) = await b.Post($"/roses/{rose}/offer", ApiPerson.Rose());
        var next = offer.GetProperty("secret").GetString()!;
        Assert.Equal("DirectBounce", ApiPerson.Outcome(await a.Claim(rose, next)));
        Assert.Equal("AlreadyClaimed", ApiPerson.Outcome(await c.Claim(rose, secret)));
        Assert.Equal(2, (await c.Claim(rose, next)).Body.GetProperty("hop").GetInt32());
        var (_, shown) = await c.Get($"/roses/{rose}");
        Assert.Equal(("Held", 3), (shown.GetProperty("state").GetString(), shown.GetProperty("people").GetInt32()));
    }

    [Fact]
    public async Task Send_ToOnePerson_IsTheirsWithoutSecretAndNobodyElses()
    {
        var (a, b, c) = (await site.PersonAsync("专赠"), await site.PersonAsync("专收"), await site.PersonAsync("旁人"));
        var (_, sent) = await a.Post("/roses", new { commandId = SiteUnderTest.Command(), reason = "give-way", preset = "give-way-waited", to = b.Id });
        var rose = sent.GetProperty("roseId").GetString()!;
        Assert.Equal("NotForYou", ApiPerson.Outcome(await c.Claim(rose, sent.GetProperty("secret").GetString())));
        Assert.Equal(rose, (await b.Get("/me/roses?box=inbox")).Body.GetProperty("roses")[0].GetProperty("roseId").GetString());
        Assert.Equal(HttpStatusCode.OK, (await b.Claim(rose, null)).Status);
        Assert.Equal(0, (await b.Get("/me/roses?box=inbox")).Body.GetProperty("roses").GetArrayLength());
    }

    [Fact]
    public async Task Offer_Unclaimed_ComesBackOnceAfterADay()
    {
        var an = await site.PersonAsync("退回");
        var (rose, secret) = await an.Give();
        site.Clock.Advance(TimeSpan.FromHours(24));
        Assert.Equal("Returned", ApiPerson.Outcome(await (await site.PersonAsync("来迟")).Claim(rose, secret)));
        await Storage.Eventually.HoldsAsync(
            async () => (await an.Get("/me")).Body.GetProperty("allowance").GetProperty("remaining").GetInt32() == 6, "the rose is restored");
        Assert.Equal("Returned", (await an.Get($"/roses/{rose}")).Body.GetProperty("state").GetString());
        await site.Swept();
        Assert.Equal(6, (await an.Get("/me")).Body.GetProperty("allowance").GetProperty("remaining").GetInt32());
    }

    [Fact]
    public async Task Withdraw_BeforeAnybodyTookIt_RestoresTheAllowance()
    {
        var an = await site.PersonAsync("撤回");
        var (rose, secret) = await an.Give();
        Assert.Equal(HttpStatusCode.OK, (await an.Post($"/roses/{rose}/withdraw", new { commandId = SiteUnderTest.Command() })).Status);
        Assert.Equal("Withdrawn", ApiPerson.Outcome(await (await site.PersonAsync("撤后")).Claim(rose, secret)));
        await Storage.Eventually.HoldsAsync(
            async () => (await an.Get("/me")).Body.GetProperty("allowance").GetProperty("remaining").GetInt32() == 5, "the allowance is restored");
    }

    [Fact]
    public async Task Rose_KeptForThreeDays_RestsAndMayStillTravel()
    {
        var (a, b, c) = (await site.PersonAsync("久赠"), await site.PersonAsync("久留"), await site.PersonAsync("久后"));
        var (rose, secret) = await a.Give();
        await b.Claim(rose, secret);
        site.Clock.Advance(TimeSpan.FromHours(72));
        Assert.Equal("Kept", (await a.Get($"/roses/{rose}")).Body.GetProperty("state").GetString());
        var (_, offer) = await b.Post($"/roses/{rose}/offer", ApiPerson.Rose());
        Assert.Equal(HttpStatusCode.OK, (await c.Claim(rose, offer.GetProperty("secret").GetString())).Status);
    }
}
