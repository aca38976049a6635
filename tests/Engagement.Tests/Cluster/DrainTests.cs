using System.Net;
using System.Net.Http.Headers;
using Engagement.Tests.Storage;

namespace Engagement.Tests.Cluster;

/// <summary>SIGTERM of one copy after another, as a rollout does, under clients that follow readiness as a proxy does.</summary>
public sealed class DrainTests
{
    private const int Clients = 6;

    [RedisFact]
    public async Task Rollout_ClientsThatFollowReadiness_NoRequestFails()
    {
        await using var city = await ProcessCity.StartAsync();
        var balancer = new Balancer();
        balancer.Set(await city.StartAsync(2, Drain));
        var people = await Task.WhenAll(Enumerable.Range(0, Clients).Select(i => city.Enter(balancer.Copies[i % 2], "常客" + i)));
        foreach (var person in people)
        {
            await Eventually.HoldsAsync(async () => await balancer.Send(person, Give()) == HttpStatusCode.Created, "everything is warm");
        }

        using var over = new CancellationTokenSource();
        using var guard = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        var probing = balancer.Probe(over.Token);
        var traffic = people.Select(person => Traffic(balancer, person, over.Token, guard.Token)).ToArray();
        foreach (var old in balancer.Copies)
        {
            var fresh = (await city.StartAsync(1, Drain))[0];
            balancer.Set([.. balancer.Copies, fresh]);
            await balancer.Served(fresh);
            old.Signal("TERM");
            Assert.Equal(0, await old.Ends());
            balancer.Set(balancer.Copies.Where(copy => copy != old));
        }

        await over.CancelAsync();
        await probing;
        var answers = (await Task.WhenAll(traffic)).SelectMany(some => some).ToArray();
        Assert.True(answers.Length > 50, "There was hardly any traffic.");
        Assert.Empty(answers.Where(answer => answer != "Created").GroupBy(answer => answer).Select(group => $"{group.Key}: {group.Count()} of {answers.Length}"));
        Assert.Equal(0, await city.Start([], "recount").Ends());
    }

    [RedisFact]
    public async Task Term_WhileARequestIsUnderWay_IsUnreadyAtOnceAndStillAnswers()
    {
        await using var city = await ProcessCity.StartAsync();
        var process = (await city.StartAsync(1, new() { ["Hosting:DrainSeconds"] = "3" }))[0];
        using var stream = await process.Http.GetStreamAsync("/live"); // a listener does not hold up the end
        process.Signal("TERM");
        await process.Becomes("/health/ready", HttpStatusCode.ServiceUnavailable);
        using var page = await process.Http.GetAsync("/rules");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.True(page.Headers.ConnectionClose, "The connection of a stopping process ends with its answer.");
        Assert.Equal(0, await process.Ends());
        Assert.Null(await process.Status("/health/live"));
    }

    private static readonly Dictionary<string, string> Drain = new() { ["Hosting:DrainSeconds"] = "2", ["RateLimits:CommandsPerMinute"] = "100000", ["Roses:PerDay"] = "100" };

    private static HttpRequestMessage Give() => new(HttpMethod.Post, "/api/v1/roses") { Content = System.Net.Http.Json.JsonContent.Create(Site.ApiPerson.Rose()) };

    private static async Task<List<string>> Traffic(Balancer balancer, string person, CancellationToken over, CancellationToken guard)
    {
        var answers = new List<string>();
        for (var i = 0; i < 95 && !over.IsCancellationRequested; i++)
        {
            guard.ThrowIfCancellationRequested();
            answers.Add((await balancer.Send(person, Give()))?.ToString() ?? "nobody");
            await Task.Delay(300, CancellationToken.None);
        }

        return answers;
    }

    /// <summary>Knows which copies are ready, asked every 100 ms, and sends a request on only where nobody accepted the connection.</summary>
    private sealed class Balancer
    {
        private volatile WebProcess[] _ready = [];
        private int _turn;

        public IReadOnlyList<WebProcess> Copies { get; private set; } = [];

        public void Set(IEnumerable<WebProcess> copies)
        {
            Copies = [.. copies];
            _ready = _ready.Length == 0 ? [.. Copies] : [.. _ready.Intersect(Copies)];
        }

        public Task Served(WebProcess copy) => Eventually.HoldsAsync(() => Task.FromResult(_ready.Contains(copy)), "the new copy is in the rota");

        public async Task Probe(CancellationToken over)
        {
            while (!over.IsCancellationRequested)
            {
                var copies = Copies;
                var ready = await Task.WhenAll(copies.Select(copy => copy.Status("/health/ready")));
                _ready = [.. copies.Where((_, i) => ready[i] == HttpStatusCode.OK)];
                await Task.Delay(100, CancellationToken.None);
            }
        }

        public async Task<HttpStatusCode?> Send(string person, HttpRequestMessage request)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", person);
            for (var attempt = 0; attempt < 3; attempt++)
            {
                var ready = _ready;
                if (ready.Length == 0)
                {
                    return null;
                }

                try
                {
                    using var answer = await ready[(uint)Interlocked.Increment(ref _turn) % ready.Length].Http.SendAsync(request);
                    return answer.StatusCode;
                }
                catch (HttpRequestException e) when (e.HttpRequestError == HttpRequestError.ConnectionError)
                {
                    var again = new HttpRequestMessage(request.Method, request.RequestUri) { Content = request.Content };
                    again.Headers.Authorization = request.Headers.Authorization;
                    request = again;
                }
                catch (HttpRequestException)
                {
                    return 0; // broken off half way
                }
            }

            return null;
        }
    }
}
