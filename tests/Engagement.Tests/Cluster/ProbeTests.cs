using System.Net;
using Engagement.Tests.Storage;
using StackExchange.Redis;

namespace Engagement.Tests.Cluster;

/// <summary>What the probes say of a silo in good health, of one that the table forgot, and of one whose stores are away.</summary>
public sealed class ProbeTests
{
    private const HttpStatusCode Ok = HttpStatusCode.OK, Failing = HttpStatusCode.ServiceUnavailable;
    private static readonly Dictionary<string, string> Watchful = new() { ["Hosting:MembershipPollSeconds"] = "0.2", ["Hosting:MembershipPolls"] = "3" };

    [RedisFact]
    public async Task Probes_HealthySilo_SayOneWordAndSetNothing()
    {
        await using var city = await ProcessCity.StartAsync();
        var process = (await city.StartAsync(1))[0];
        foreach (var probe in new[] { "startup", "ready", "live" })
        {
            using var answer = await process.Http.GetAsync("/health/" + probe);
            Assert.Equal((Ok, "Healthy"), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
            Assert.False(answer.Headers.Contains("Set-Cookie"));
        }
    }

    [RedisTheory, InlineData("the row is gone"), InlineData("the table is gone"), InlineData("the table is an older one")]
    public async Task Live_TableForgotTheSilo_FailsAfterSomePolls(string how)
    {
        await using var city = await ProcessCity.StartAsync();
        var process = (await city.StartAsync(1, Watchful))[0];
        await using var control = await ConnectionMultiplexer.ConnectAsync(city.Control.Connection);
        const string table = "engagement/members/engagement";
        await Task.Delay(1_000); // several polls
        Assert.Equal(Ok, await process.Status("/health/live"));
        var redis = control.GetDatabase();
        await (how switch
        {
            "the row is gone" => redis.HashDeleteAsync(table, (await redis.HashKeysAsync(table)).Single(field => field != "Version")),
            "the table is gone" => redis.KeyDeleteAsync(table),
            _ => redis.HashSetAsync(table, "Version", 1),
        });
        await process.Becomes("/health/live", Failing);
        await Eventually.HoldsAsync(() => Task.FromResult(process.Output.Contains("has forgotten this silo", StringComparison.Ordinal)), "the log says why");
    }

    [RedisFact]
    public async Task Live_TableForgotTheSiloForOnePoll_HoldsOut()
    {
        await using var city = await ProcessCity.StartAsync();
        var process = (await city.StartAsync(1, new() { ["Hosting:MembershipPollSeconds"] = "0.2", ["Hosting:MembershipPolls"] = "100" }))[0];
        await using var control = await ConnectionMultiplexer.ConnectAsync(city.Control.Connection);
        await control.GetDatabase().KeyDeleteAsync("engagement/members/engagement");
        await Task.Delay(1_000);
        Assert.Equal(Ok, await process.Status("/health/live"));
    }

    [RedisFact]
    public async Task Stores_Unreachable_LiveStaysAndOnlyTheCellsCountsForReady()
    {
        await using var city = await ProcessCity.StartAsync();
        var process = (await city.StartAsync(1, Watchful))[0];
        await city.Control.KillAsync();
        await Task.Delay(1_500); // several polls
        Assert.True(await process.Status("/health/live") == Ok, process.Output);
        await process.Becomes("/health/ready", Ok); // a loaded machine may be unready for a moment, for other reasons
        await city.Store.KillAsync();
        await process.Becomes("/health/ready", Failing);
        Assert.Equal(Ok, await process.Status("/health/live"));
    }
}
