using System.Net;
using System.Security.Cryptography;
using System.Text;
using Engagement.Tests.Storage;
using StackExchange.Redis;

namespace Engagement.Tests.Cluster;

/// <summary>The shipped users of the cluster's Redis: silos live on what their user may do, and that is little.</summary>
public sealed class ControlUsersTests : IDisposable
{
    private readonly string _users = Path.GetTempFileName();

    [RedisFact]
    public async Task Silos_WithTheirUser_ClusterRemindShareSessionsAndLeave()
    {
        await using var control = await StartAsync();
        await using var city = await ProcessCity.StartAsync();
        var copies = await city.StartAsync(2, new() { ["Control:Connection"] = control.Connection });
        var token = await city.Enter(copies[0], "来人");
        Assert.Equal(HttpStatusCode.OK, (await ProcessCity.Ask(copies[1], token, HttpMethod.Get, "/me")).Status);
        await using var operators = await ConnectionMultiplexer.ConnectAsync($"127.0.0.1:{control.Port},user=operator,password=o");
        var redis = operators.GetDatabase();
        Assert.Equal(3, await redis.HashLengthAsync("engagement/members/engagement")); // two silos, and the version
        await Eventually.HoldsAsync(async () => await redis.SortedSetLengthAsync("engagement/reminders") == 1, "the sweeper is reminded");
        copies[1].Signal("TERM");
        Assert.Equal(0, await copies[1].Ends());

        var refused = ((RedisResult[])(await redis.ExecuteAsync("ACL", "LOG"))!).Select(entry => string.Join(' ', (RedisValue[])entry!));
        Assert.DoesNotContain(refused, entry => entry.Contains("name=engagement-control ", StringComparison.Ordinal));
    }

    // As of the cell's Redis: its log is read with the default user's rights.
    [RedisFact]
    public async Task Store_StartedAgainWithTheUsers_KnowsItsMembers()
    {
        await using var control = await StartAsync();
        await using var operators = await ConnectionMultiplexer.ConnectAsync($"127.0.0.1:{control.Port},user=operator,password=o");
        HashEntry[] members;
        await using (var city = await ProcessCity.StartAsync())
        {
            var silo = (await city.StartAsync(1, new() { ["Control:Connection"] = control.Connection }))[0];
            silo.Signal("KILL");
            await silo.Ends();
            members = await operators.GetDatabase().HashGetAllAsync("engagement/members/engagement");
        }

        Assert.NotEmpty(members);
        var transaction = operators.GetDatabase().CreateTransaction();
        var (one, two) = (transaction.StringSetAsync("one", 1), transaction.HashSetAsync("two", "field", 2));
        Assert.True(await transaction.ExecuteAsync());
        Assert.True(await one && await two);
        await control.KillAsync();
        await control.StartAgainAsync();
        await Eventually.HoldsAsync(() => Task.FromResult(operators.IsConnected), "the store is back");
        Assert.Equal(members.ToHashSet(), (await operators.GetDatabase().HashGetAllAsync("engagement/members/engagement")).ToHashSet());
        Assert.Equal(2, await operators.GetDatabase().KeyExistsAsync(["one", "two"]));
    }

    [RedisTheory, InlineData("FLUSHALL"), InlineData("KEYS *"), InlineData("CONFIG SET appendfsync no"), InlineData("SHUTDOWN"), InlineData("DEL engagement/members/engagement"),
        InlineData("HGETALL elsewhere/members/elsewhere"), InlineData("LRANGE {other}:ring 0 -1"), InlineData("GET {jiangmen}:ring"), InlineData("ACL LIST"), InlineData("SUBSCRIBE x")]
    public async Task Silo_CommandItDoesNotUse_IsRefused(string command)
    {
        await using var control = await StartAsync();
        await using var silo = await ConnectionMultiplexer.ConnectAsync(control.Connection + ",allowAdmin=true");
        var words = command.Split(' ');
        var refusal = await Assert.ThrowsAsync<RedisServerException>(() => silo.GetDatabase().ExecuteAsync(words[0], words[1..]));
        Assert.StartsWith("NOPERM", refusal.Message, StringComparison.Ordinal);
    }

    public void Dispose() => File.Delete(_users);

    private Task<RedisServer> StartAsync()
    {
        static string Digest(string password) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(password)));
        var users = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "redis-control-users.conf"));
        File.WriteAllText(_users, users.Replace("SERVICE", "engagement", StringComparison.Ordinal).Replace("CAMPAIGN", "jiangmen", StringComparison.Ordinal)
            .Replace("PASSWORD_SHA256", Digest("p"), StringComparison.Ordinal).Replace("OPERATOR_SHA256", Digest("o"), StringComparison.Ordinal));
        return RedisServer.StartAsync(login: ",user=engagement,password=p", settings: ["--include", _users]);
    }
}
