using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using StackExchange.Redis;

namespace Engagement.Tests.Site;

/// <summary>A store that is silent or gone: 503, nothing half done, and service resumes by itself (design.md §8, §10).</summary>
public sealed class StoreAwayTests(SiteUnderTest site) : IClassFixture<SiteUnderTest>
{
    [Fact]
    public async Task Send_WhileTheStoreIsSilent_UnknownThenTheSameCommandTells()
    {
        var an = await site.PersonAsync("静默");
        await an.Give();
        an = an with { Patient = false };
        await site.Redis.PauseWritesAsync(2_500);
        var rose = ApiPerson.Rose();
        var watch = Stopwatch.StartNew();
        var silent = await an.Post("/roses", rose);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "OutcomeUnknown"), (silent.Status, ApiPerson.Outcome(silent)));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), "A request must not hang while the store is silent.");

        await Tells(() => an.Post("/roses", rose), HttpStatusCode.Created);
        Assert.Equal(3, await Remaining(an)); // given twice, not three times
        await site.IsWhole();
    }

    [Fact]
    public async Task Claim_WhileTheStoreIsSilent_UnknownThenTheSameCommandTells()
    {
        var (giver, taker) = (await site.PersonAsync("静默赠"), (await site.PersonAsync("静默收")) with { Patient = false });
        var (rose, secret) = await giver.Give();
        var command = SiteUnderTest.Command();
        await site.Redis.PauseWritesAsync(2_500);
        var silent = await taker.Claim(rose, secret, command);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "OutcomeUnknown"), (silent.Status, ApiPerson.Outcome(silent)));
        await Tells(() => taker.Claim(rose, secret, command), HttpStatusCode.OK);
        Assert.Equal("AlreadyClaimed", ApiPerson.Outcome(await taker.Claim(rose, secret)));
        Assert.Equal(1, (await taker.Get("/me")).Body.GetProperty("held").GetInt32());
        await site.IsWhole();
    }

    [Fact]
    public async Task Pages_WhileTheStoreIsSilent_AreKindAndComeBack()
    {
        var (rose, _) = await (await site.PersonAsync("静默页")).Give();
        await using var admin = await ConnectionMultiplexer.ConnectAsync(site.Redis.Connection + ",allowAdmin=true");
        await admin.GetDatabase().ExecuteAsync("CLIENT", "PAUSE", 3_000, "ALL");
        await PageIsKind(rose);
        await PageIsBack();
    }

    [Fact]
    public async Task Everything_WhileTheStoreIsGone_IsUnknownAndNothingIsHalfDone()
    {
        var (giver, taker) = ((await site.PersonAsync("断赠")) with { Patient = false }, (await site.PersonAsync("断收")) with { Patient = false });
        var (rose, secret) = await giver.Give();
        var (sending, claiming) = (ApiPerson.Rose(), SiteUnderTest.Command());
        using var code = await site.Http.PostAsJsonAsync(site.WeChat + "/emulator/jscode", new { persona = "断时来" });
        var login = (await SiteUnderTest.Json(code)).GetProperty("code").GetString();

        await site.Redis.KillAsync();
        try
        {
            (HttpStatusCode, JsonElement)[] answers =
            [
                await giver.Post("/roses", sending), await taker.Claim(rose, secret, claiming), await giver.Post($"/roses/{rose}/withdraw", new { commandId = SiteUnderTest.Command() }),
                await giver.Get("/me"), await giver.Get("/me/roses"), await giver.Get($"/roses/{rose}"), await giver.Get("/boards/district"),
            ];
            Assert.All(answers, answer => Assert.Equal((HttpStatusCode.ServiceUnavailable, "OutcomeUnknown"), (answer.Item1, ApiPerson.Outcome(answer))));
            using var session = await site.Http.PostAsJsonAsync("/api/v1/session", new { code = login });
            Assert.Equal((HttpStatusCode.ServiceUnavailable, "2"), (session.StatusCode, session.Headers.RetryAfter?.ToString()));
            await PageIsKind(rose);
        }
        finally
        {
            await site.Redis.StartAgainAsync(); // other tests use it
        }

        await Tells(() => giver.Post("/roses", sending), HttpStatusCode.Created);
        await Tells(() => taker.Claim(rose, secret, claiming), HttpStatusCode.OK);
        await PageIsBack();
        Assert.Equal(3, await Remaining(giver)); // one before, one now
        Assert.Equal(1, (await taker.Get("/me")).Body.GetProperty("held").GetInt32());
        await site.IsWhole();
    }

    private static Task Tells(Func<Task<(HttpStatusCode Status, JsonElement Body)>> command, HttpStatusCode expected) =>
        Storage.Eventually.HoldsAsync(async () => (await command()).Status == expected, "the same command is answered when the store is back");

    private static async Task<int> Remaining(ApiPerson person) =>
        (await (person with { Patient = true }).Get("/me")).Body.GetProperty("allowance").GetProperty("remaining").GetInt32();

    // Not the first page: for a second it may show what it read before.
    private async Task PageIsKind(string rose)
    {
        using var away = await site.Http.GetAsync($"/r/{rose}/chain");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, away.StatusCode);
        Assert.Contains("<main", await away.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private Task PageIsBack() => Storage.Eventually.HoldsAsync(async () =>
    {
        using var again = await site.Http.GetAsync("/");
        return again.StatusCode == HttpStatusCode.OK;
    }, "the first page is back without a restart");
}
