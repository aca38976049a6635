using System.Net;
using System.Text.Json;
using Engagement.Tests.Storage;
using StackExchange.Redis;

namespace Engagement.Tests.Cluster;

/// <summary>More requests than a process takes at once: the rest hear so at once, kindly, and nothing else is held up.</summary>
public sealed class LoadSheddingTests
{
    [RedisFact]
    public async Task Crowd_MoreThanTheProcessTakes_IsTurnedAwayKindly()
    {
        await using var city = await ProcessCity.StartAsync();
        var process = (await city.StartAsync(1, new() { ["RateLimits:Concurrent"] = "4" }))[0];
        using (var warm = await process.Http.GetAsync("/"))
        {
            Assert.Equal(HttpStatusCode.OK, warm.StatusCode);
        }

        var listeners = new List<Stream>();
        for (var i = 0; i < 8; i++)
        {
            listeners.Add(await process.Http.GetStreamAsync("/live")); // these take no place
        }

        await using var admin = await ConnectionMultiplexer.ConnectAsync(city.Store.Connection + ",allowAdmin=true");
        await admin.GetDatabase().ExecuteAsync("CLIENT", "PAUSE", 4_000, "ALL"); // whoever is inside stays for a second
        var (pages, calls) = (Crowd(process, "/boards"), Crowd(process, "/api/v1/boards/company"));
        Assert.Equal(HttpStatusCode.OK, await process.Status("/health/live"));
        var answers = await Task.WhenAll(pages, calls);
        Assert.All(answers, some => Assert.Contains(some, answer => answer.Shed));
        Assert.True(answers.Sum(some => some.Count(answer => !answer.Shed)) >= 5, "Four are inside and one waits.");
        Assert.All(answers.SelectMany(some => some).Where(answer => answer.Shed), answer => Assert.InRange(answer.RetryAfter, 2, 6));

        foreach (var listener in listeners)
        {
            await listener.DisposeAsync();
        }

        await process.Becomes("/", HttpStatusCode.OK);
    }

    private static Task<(bool Shed, int RetryAfter)[]> Crowd(WebProcess process, string path) =>
        Task.WhenAll(Enumerable.Range(0, 24).Select(async _ =>
        {
            using var answer = await process.Http.GetAsync(path);
            var text = await answer.Content.ReadAsStringAsync();
            var api = path.StartsWith("/api", StringComparison.Ordinal);
            var shed = api && answer.StatusCode == HttpStatusCode.ServiceUnavailable
                ? JsonDocument.Parse(text).RootElement.GetProperty("outcome").GetString() == "Busy"
                : text.Contains("花房里站满了人", StringComparison.Ordinal);
            Assert.True(!shed || (answer.StatusCode == HttpStatusCode.ServiceUnavailable && (api || text.Contains("<main", StringComparison.Ordinal))));
            return (shed, (int)(answer.Headers.RetryAfter?.Delta?.TotalSeconds ?? 0));
        }));
}
