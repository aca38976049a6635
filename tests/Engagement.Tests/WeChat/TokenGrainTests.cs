using Engagement.Contracts;
using Engagement.Grains;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Storage;
using Engagement.Grains.WeChat;
using Engagement.Tests.Storage;
using Engagement.WeChat;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Orleans.TestingHost;

namespace Engagement.Tests.WeChat;

/// <summary>The owner of tokens in a cluster of two silos, against a WeChat that counts.</summary>
[Collection(StoreTests.Name)]
public sealed class TokenGrainTests(StoreFixture stores)
{
    [RedisFact]
    public async Task Replace_TwentyCallersOverTwoSilosAfterExpiry_IsOneFetch()
    {
        await using var api = await ApiDouble.Start();
        await using var city = await Start(api, (await stores.RedisAsync()).Connection);
        await Task.WhenAll(city.Tokens.Select(tokens => tokens.AccessToken(WeChatAccount.ServiceAccount, default).AsTask()));
        Assert.Single(api.TokenCalls);
        var gate = new TaskCompletionSource();
        (api.TokenGate, api.Generation) = (gate.Task, 2); // WeChat's own token ran out

        var asked = Enumerable.Range(0, 20).Select(i => city.Tokens[i % 2].Replace(WeChatAccount.ServiceAccount, "token-1", default).AsTask()).ToArray();
        await Eventually.HoldsAsync(() => Task.FromResult(api.TokenCalls.Count == 2), "WeChat is asked");
        gate.SetResult();

        Assert.All(await Task.WhenAll(asked), token => Assert.Equal("token-2", token.Value));
        Assert.Equal(2, api.TokenCalls.Count);
        Assert.Equal(0, api.Forced);
    }

    [RedisFact]
    public async Task AccessToken_TwentyCallersOverTwoSilosAfterExpiry_IsOneFetch()
    {
        await using var api = await ApiDouble.Start();
        await using var city = await Start(api, (await stores.RedisAsync()).Connection);
        await city.Grain.Token();
        city.Clock.Advance(TimeSpan.FromHours(3));
        api.Generation = 2;

        var tokens = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => city.Tokens[i % 2].AccessToken(WeChatAccount.ServiceAccount, default).AsTask()));

        Assert.All(tokens, token => Assert.Equal("token-2", token.Value));
        Assert.Equal(2, api.TokenCalls.Count);
    }

    [RedisFact]
    public async Task AccessToken_AfterARestartOfAllSilos_IsNotFetchedAgainAndLiesSealed()
    {
        await using var api = await ApiDouble.Start("""{"errcode":0,"errmsg":"ok","ticket":"ticket-1","expires_in":7200}""");
        var connection = (await stores.RedisAsync()).Connection;
        string cell;
        await using (var before = await Start(api, connection))
        {
            cell = before.CellId;
            await before.Tokens[0].JsTicket(default);
            var database = before.Services.GetRequiredService<StoreConnection>().Database;
            var stored = (byte[]?)await database.StringGetAsync($"{{{cell}}}:wechat-token:{EmulatorUnderTest.AppId}");
            Assert.NotNull(stored);
            Assert.DoesNotContain("token-1", System.Text.Encoding.Latin1.GetString(stored), StringComparison.Ordinal);
            Assert.DoesNotContain("ticket-1", System.Text.Encoding.Latin1.GetString(stored), StringComparison.Ordinal);
        }

        await using var after = await Start(api, connection, cell);

        Assert.Equal("token-1", (await after.Tokens[0].AccessToken(WeChatAccount.ServiceAccount, default)).Value);
        Assert.Equal("ticket-1", (await after.Tokens[1].JsTicket(default)).Value);
        Assert.Single(api.TokenCalls);
        Assert.Single(api.Calls);
    }

    [RedisFact]
    public async Task AccessToken_StoreGone_ServesFromMemoryWithoutAskingAgain()
    {
        await using var api = await ApiDouble.Start();
        await using var redis = await RedisServer.StartAsync();
        await using var city = await Start(api, redis.Connection, trust: true);
        await redis.KillAsync();

        for (var i = 0; i < 10; i++)
        {
            Assert.Equal(new WeChatToken(WeChatTokenState.Good, "token-1"), await city.Grain.Token());
        }

        Assert.Single(api.TokenCalls);
        await redis.StartAgainAsync();
    }

    [RedisFact]
    public async Task AccessToken_StoredByAnotherKey_IsFetchedAnew()
    {
        await using var api = await ApiDouble.Start();
        await using var city = await Start(api, (await stores.RedisAsync()).Connection);
        var database = city.Services.GetRequiredService<StoreConnection>().Database;
        await database.StringSetAsync($"{{{city.CellId}}}:wechat-token:{EmulatorUnderTest.AppId}", new byte[64]);
        Assert.Equal("token-1", (await city.Grain.Token()).Value);
    }

    [RedisFact]
    public async Task Grain_OfAForeignAppId_DoesNotComeToLife()
    {
        await using var api = await ApiDouble.Start();
        await using var city = await Start(api, (await stores.RedisAsync()).Connection);
        await Assert.ThrowsAnyAsync<Exception>(() => city.Cluster.Client.GetGrain<IWeChatTokenGrain>($"{city.CellId}/wx0000000000000000").Token());
        Assert.Empty(api.TokenCalls);
    }

    private static async Task<TwoSilos> Start(ApiDouble api, string connection, string? cell = null, bool trust = false)
    {
        cell ??= LedgerBench.NewCell();
        var clock = new ManualClock();
        var builder = new InProcessTestClusterBuilder(2);
        builder.ConfigureSiloHost((_, host) => host.Configuration.AddConfiguration(LedgerBench.Configure(connection, cell)).AddInMemoryCollection(
            new Dictionary<string, string?> { ["Store:TrustUnverified"] = trust ? "true" : "false" }));
        builder.ConfigureSilo((_, silo) =>
        {
            silo.AddEngagement();
            silo.Services.Replace(ServiceDescriptor.Singleton<ICampaignClock>(clock));
            silo.Services.AddWeChat(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["WeChat:AppId"] = EmulatorUnderTest.AppId,
                ["WeChat:AppSecret"] = "0123456789abcdef-secret",
                ["WeChat:ApiBase"] = api.Address.ToString(),
            }).Build());
        });
        var cluster = builder.Build();
        await cluster.DeployAsync();
        return new(cluster, cell, clock);
    }

    private sealed record TwoSilos(InProcessTestCluster Cluster, string CellId, ManualClock Clock) : IAsyncDisposable
    {
        public IWeChatTokenGrain Grain => Cluster.Client.GetGrain<IWeChatTokenGrain>($"{CellId}/{EmulatorUnderTest.AppId}");

        public IServiceProvider Services => Cluster.GetActiveSilos().First().ServiceProvider;

        /// <summary>As each silo's gateway sees them.</summary>
        public IWeChatTokens[] Tokens { get; } =
            [.. Cluster.GetActiveSilos().Select(silo => Assert.IsType<ClusterTokens>(silo.ServiceProvider.GetRequiredService<IWeChatTokens>()))];

        public ValueTask DisposeAsync() => Cluster.DisposeAsync();
    }
}
