using System.Diagnostics;
using System.Net;
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
        var (status, body) = await an.Post("/roses", rose);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "OutcomeUnknown"), (status, body.GetProperty("outcome").GetString()));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), "A request must not hang while the store is silent.");

        await Storage.Eventually.HoldsAsync(async () =>
        {
            (status, body) = await an.Post("/roses", rose);
            return status == HttpStatusCode.Created;
        }, "the same command is answered after the silence");
        Assert.Equal(3, (await an.Get("/me")).Body.GetProperty("allowance").GetProperty("remaining").GetInt32()); // given twice, not three times
    }

    [Fact]
    public async Task Pages_WhileTheStoreIsGone_AreKindAndComeBack()
    {
        await using var admin = await ConnectionMultiplexer.ConnectAsync(site.Redis.Connection + ",allowAdmin=true");
        await admin.GetDatabase().ExecuteAsync("CLIENT", "PAUSE", 3_000, "ALL");
        using var silent = await site.Http.GetAsync("/");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, silent.StatusCode);
        Assert.Contains("<main", await silent.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await Storage.Eventually.HoldsAsync(async () =>
        {
            using var again = await site.Http.GetAsync("/");
            return again.StatusCode == HttpStatusCode.OK;
        }, "the first page is back without a restart");
    }
}
