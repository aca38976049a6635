using System.Security.Cryptography;
using System.Text;
using Engagement.Contracts;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;
using Engagement.Tests.Infra;
using Engagement.Tests.Storage;
using StackExchange.Redis;

namespace Engagement.Tests.Cluster;

/// <summary>The shipped users of a cell's Redis: the product lives on what its user may do, and that is little.</summary>
public sealed class StoreUsersTests : IDisposable
{
    private readonly string _users = Path.GetTempFileName();

    [RedisFact]
    public async Task Product_WithItsUser_GivesClaimsReturnsSharesAndRecounts()
    {
        await using var redis = await StartAsync("*");
        await using (var city = await Storage.City.StartAsync(redis.Connection))
        {
            var (an, bai, cheng) = (await city.PersonAsync(), await city.PersonAsync(), await city.PersonAsync());
            await city.VoidAsync(await city.ChainAsync(an, bai, cheng, an));
            await city.SendAsync(an);
            city.Clock.Advance(TimeSpan.FromHours(25));
            Assert.True(await city.SweepAsync() > 0); // returned
            await city.SweepAsync();

            var wrapped = await city.Person(bai).SendBouquet(city.Cell.Command(), new(4, 2, Split.Lucky, Storage.City.Words));
            Assert.Equal(Outcome.Done, wrapped.Outcome);
            var bouquet = city.Cell.Grains.GetGrain<IBouquetGrain>($"{city.Cell.CellId}/{wrapped.Bouquet}");
            Assert.Equal(Outcome.Done, (await bouquet.Claim(city.Cell.Command(), new(cheng, wrapped.Secret))).Outcome);
            await city.IsCleanAsync();
            Assert.True(((StoreCheck)city.Cell.Services.GetService(typeof(StoreCheck))!).IsSafe);
        }

        await RefusedNothing(redis);
    }

    // Redis reads its log with the default user's rights: without any, it refuses every transaction in it, and goes on.
    [RedisFact]
    public async Task Store_StartedAgainWithTheUsers_HasEverything()
    {
        await using var redis = await StartAsync("*");
        await using var city = await Storage.City.StartAsync(redis.Connection);
        var (an, bai, cheng) = (await city.PersonAsync(), await city.PersonAsync(), await city.PersonAsync());
        await city.ChainAsync(an, bai, cheng);
        var before = await city.RecountAsync();
        await redis.KillAsync();
        await redis.StartAgainAsync();
        await Eventually.HoldsAsync(() => Task.FromResult(city.Redis.IsConnected("any")), "the store is back");
        var after = await city.RecountAsync();
        Assert.Equal(1, after.Records["rose"]);
        Assert.Equal(before.Records, after.Records);
        Assert.Equal(before.Entries, after.Entries);
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Site_WithItsUser_ShowsEveryPageAndIsSafe()
    {
        await using var city = await ProcessCity.StartAsync("--include", Users("jiangmen"));
        var store = new Dictionary<string, string> { ["Store:Connection"] = $"127.0.0.1:{city.Store.Port},user=engagement,password=p" };
        Assert.Equal(0, await city.Start(store, "seed").Ends());
        var site = (await city.StartAsync(1, store))[0];
        var person = await city.Enter(site, "读者");
        site.Http.DefaultRequestHeaders.Authorization = new("Bearer", person);
        string[] pages = ["/", "/boards", "/mine", "/mine?box=held", "/mine?box=sent", "/mine?box=received", "/settings", "/settings/blocks", "/api/v1/me", "/api/v1/campaign", "/api/v1/city"];
        foreach (var page in pages)
        {
            using var answer = await site.Http.GetAsync(page);
            Assert.True((int)answer.StatusCode < 500, $"{page}: {answer.StatusCode}\n{site.Output}");
        }

        await RefusedNothing(city.Store);
        Assert.Equal(0, await city.Start(store, "recount").Ends());
    }

    // A users file of an earlier version lies beside a city's secrets and is not made again by an update.
    [RedisFact]
    public async Task Start_WithUsersThatTakeTheLogsRightsAway_RefusesAndSaysWhatToWrite()
    {
        var users = Users("jiangmen");
        var folder = Directory.CreateTempSubdirectory("engagement-users-");
        await File.WriteAllTextAsync(users, (await File.ReadAllTextAsync(users)).Replace("user default off ~* &* +@all", "user default off", StringComparison.Ordinal));
        // The last option is none of Redis: without the refusal it ends there, and says something else.
        var (code, output) = await Tree.Run("infra/redis-start.sh", null, Path.Combine(Tree.Infra, "redis-cell.conf"), folder.FullName, "--include", users, "--no-such-option", "1");
        folder.Delete(recursive: true);
        Assert.Equal(1, code);
        Assert.Contains("user default off ~* &* +@all", output, StringComparison.Ordinal);
    }

    [RedisTheory, InlineData(""), InlineData("user=default"), InlineData("user=default,password=p")]
    public async Task DefaultUser_WithRightsForTheLog_ComesInNowhere(string login)
    {
        await using var redis = await StartAsync("*");
        await Assert.ThrowsAsync<RedisConnectionException>(() => ConnectionMultiplexer.ConnectAsync($"127.0.0.1:{redis.Port},connectRetry=0,{login}"));
    }

    [RedisTheory, InlineData("FLUSHALL"), InlineData("KEYS *"), InlineData("CONFIG SET appendfsync no"), InlineData("DEBUG SLEEP 0"), InlineData("SHUTDOWN"),
        InlineData("DEL {jiangmen}:x"), InlineData("GET {elsewhere}:x"), InlineData("SCRIPT FLUSH"), InlineData("ACL LIST"), InlineData("REPLICAOF NO ONE")]
    public async Task Product_CommandItDoesNotUse_IsRefused(string command)
    {
        await using var redis = await StartAsync("jiangmen");
        await using var product = await ConnectionMultiplexer.ConnectAsync(redis.Connection + ",allowAdmin=true");
        Assert.True((await product.GetDatabase().StringGetAsync("{jiangmen}:x")).IsNull);
        var words = command.Split(' ');
        var refusal = await Assert.ThrowsAsync<RedisServerException>(() => product.GetDatabase().ExecuteAsync(words[0], words[1..]));
        Assert.StartsWith("NOPERM", refusal.Message, StringComparison.Ordinal);
    }

    public void Dispose() => File.Delete(_users);

    private static async Task RefusedNothing(RedisServer redis)
    {
        await using var operators = await ConnectionMultiplexer.ConnectAsync($"127.0.0.1:{redis.Port},user=operator,password=o");
        var refused = ((RedisResult[])(await operators.GetDatabase().ExecuteAsync("ACL", "LOG"))!).Select(entry => string.Join(' ', (RedisValue[])entry!));
        Assert.DoesNotContain(refused, entry => entry.Contains("name=engagement ", StringComparison.Ordinal));
    }

    private Task<RedisServer> StartAsync(string campaign) =>
        RedisServer.StartAsync(login: ",user=engagement,password=p", settings: ["--include", Users(campaign), "--enable-debug-command", "yes"]);

    private string Users(string campaign)
    {
        static string Digest(string password) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(password)));
        var users = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "redis-cell-users.conf"));
        File.WriteAllText(_users, users.Replace("CAMPAIGN", campaign, StringComparison.Ordinal)
            .Replace("PASSWORD_SHA256", Digest("p"), StringComparison.Ordinal).Replace("OPERATOR_SHA256", Digest("o"), StringComparison.Ordinal));
        return _users;
    }
}
