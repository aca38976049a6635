using Engagement.Grains.Campaigns;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Tests.Site;

/// <summary>A command id that comes again with other content, or from somebody else, does nothing and says so.</summary>
[Collection(SiteTests.Name)]
public sealed class CommandReuseTests(SiteUnderTest site)
{
    [Fact]
    public async Task Send_ToSomebodyElse_Reused()
    {
        var (an, bai) = (await site.PersonAsync("再令赠"), await site.PersonAsync("再令收"));
        object Rose(string command, string? to = null, bool anonymous = false, string? addressee = null) =>
            new { commandId = command, reason = "give-way", preset = "give-way-waited", to, anonymous, addressee };
        await Reused(an, "/roses", command => Rose(command), command => Rose(command, to: bai.Id));
        await Reused(an, "/roses", command => Rose(command), command => Rose(command, anonymous: true));
        await Reused(an, "/roses", command => Rose(command), command => Rose(command, addressee: "老师"));
    }

    [Fact]
    public async Task Claim_SomebodyElsesCommand_Reused()
    {
        var (giver, taker, other) = (await site.PersonAsync("借令赠"), await site.PersonAsync("借令收"), await site.PersonAsync("借令人"));
        var (rose, secret) = await giver.Give();
        var command = SiteUnderTest.Command();
        Assert.Equal("Claimed", ApiPerson.Outcome(await taker.Claim(rose, secret, command)));
        var before = await site.Writes();
        Assert.Equal("CommandReused", ApiPerson.Outcome(await other.Claim(rose, secret, command)));
        Assert.Equal("CommandReused", ApiPerson.Outcome(await taker.Post($"/roses/{rose}/thanks", new { commandId = command, phrase = "so-warm" })));
        Assert.Equal(before, await site.Writes());
        Assert.Equal(0, (await other.Get("/me")).Body.GetProperty("held").GetInt32());
    }

    [Fact]
    public async Task Bouquet_OtherNumbers_Reused()
    {
        var an = await site.PersonAsync("再令束");
        object Bouquet(string command, int roses, int shares, string split) =>
            new { commandId = command, roses, shares, split, reason = "give-way", preset = "give-way-waited" };
        await Reused(an, "/bouquets", command => Bouquet(command, 2, 1, "equal"), command => Bouquet(command, 2, 1, "lucky"));
        await Reused(an, "/bouquets", command => Bouquet(command, 2, 1, "equal"), command => Bouquet(command, 1, 1, "equal"));
    }

    [Fact]
    public async Task Offer_Thanks_Report_OtherContent_Reused()
    {
        var (giver, taker) = (await site.PersonAsync("再令手赠"), await site.PersonAsync("再令手"));
        var (rose, secret) = await giver.Give();
        await taker.Claim(rose, secret);
        await Reused(taker, $"/roses/{rose}/thanks",
            command => new { commandId = command, phrase = "so-warm" }, command => new { commandId = command, phrase = "you-too" });
        await Reused(taker, $"/roses/{rose}/report",
            command => new { commandId = command, reason = "rude" }, command => new { commandId = command, reason = "fraud" });
        await Reused(taker, $"/roses/{rose}/offer", ApiPerson.Rose,
            command => new { commandId = command, reason = "give-way", text = "路上小心" });
    }

    [Fact]
    public async Task Join_OtherCode_Reused()
    {
        var reference = site.Services.GetRequiredService<SeededCatalogue>().Reference;
        await Reused(await site.PersonAsync("再令入"), "/me/affiliations",
            command => new { commandId = command, code = reference.Organisations[0].JoinCode },
            command => new { commandId = command, code = reference.Organisations[1].JoinCode });
        await Reused(await site.PersonAsync("再令住"), "/me/place",
            command => new { commandId = command, place = reference.Districts[0].Code },
            command => new { commandId = command, place = reference.Districts[1].Code });
    }

    [Fact]
    public async Task OperatorsGrantAndVoid_OtherContent_Reused()
    {
        var (boss, giver) = (await site.PersonAsync(Engagement.Local.City.Operator), await site.PersonAsync("再令作废"));
        object Grant(string command, int roses, string reason) => new { commandId = command, participantId = giver.Id, roses, reason };
        await Reused(boss, "/operator/budgets", command => Grant(command, 5, "一"), command => Grant(command, 6, "一"));
        await Reused(boss, "/operator/budgets", command => Grant(command, 5, "一"), command => Grant(command, 5, "二"));
        var (rose, _) = await giver.Give();
        await Reused(boss, $"/operator/roses/{rose}/void",
            command => new { commandId = command, reason = "一" }, command => new { commandId = command, reason = "二" });
    }

    private async Task Reused(ApiPerson by, string path, Func<string, object> first, Func<string, object> second)
    {
        var command = SiteUnderTest.Command();
        var done = await by.Post(path, first(command));
        Assert.True((int)done.Status < 300, ApiPerson.Outcome(done));
        var before = await site.Writes();
        Assert.Equal("CommandReused", ApiPerson.Outcome(await by.Post(path, second(command))));
        Assert.Equal(ApiPerson.Outcome(done), ApiPerson.Outcome(await by.Post(path, first(command)))); // the right one still has its answer
        Assert.Equal(before, await site.Writes());
    }
}
