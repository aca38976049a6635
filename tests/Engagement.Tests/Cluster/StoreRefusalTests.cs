using System.Net;
using Engagement.Tests.Storage;

namespace Engagement.Tests.Cluster;

/// <summary>The program itself on a store that it must not use, or that is not there yet.</summary>
public sealed class StoreRefusalTests
{
    [RedisFact]
    public async Task Start_UnsafeStore_SaysOneLineAndEnds()
    {
        await using var city = await ProcessCity.StartAsync("--appendfsync", "everysec");
        var process = city.Start([]);
        Assert.Equal(2, await process.Ends());
        Assert.Contains("appendfsync is 'everysec' and must be 'always'", process.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", process.Output, StringComparison.Ordinal);
    }

    [RedisFact]
    public async Task Start_StoreComesLater_IsLiveThenReady()
    {
        await using var city = await ProcessCity.StartAsync();
        var port = RedisServer.FreePort();
        var process = city.Start(new() { ["Store:Connection"] = $"127.0.0.1:{port}" });
        await process.Becomes("/health/startup", HttpStatusCode.OK);
        Assert.Equal(HttpStatusCode.OK, await process.Status("/health/live"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await process.Status("/health/ready"));
        await using var store = await RedisServer.StartAsync(port);
        await process.Becomes("/health/ready", HttpStatusCode.OK);
    }

    [RedisFact]
    public async Task Run_StoreComesBackUnsafe_Ends()
    {
        await using var city = await ProcessCity.StartAsync();
        var port = RedisServer.FreePort();
        WebProcess process;
        await using (await RedisServer.StartAsync(port))
        {
            process = city.Start(new() { ["Store:Connection"] = $"127.0.0.1:{port}" });
            await process.Becomes("/health/ready", HttpStatusCode.OK);
        }

        await process.Becomes("/health/ready", HttpStatusCode.ServiceUnavailable);
        await using var store = await RedisServer.StartAsync(port, settings: ["--no-appendfsync-on-rewrite", "yes"]);
        Assert.Equal(2, await process.Ends());
        Assert.Contains("no-appendfsync-on-rewrite is 'yes'", process.Output, StringComparison.Ordinal);
    }
}
