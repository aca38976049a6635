using System.Diagnostics;
using Engagement.Local;
using Engagement.Tests.Storage;
using StackExchange.Redis;

namespace Engagement.Tests.Local;

/// <summary>infra/redis-start.sh, through which Local and production start Redis (docs/decisions/0006-torn-log.md).</summary>
public sealed class TornLogTests : IDisposable
{
    private const string Script = "redis.call('INCR','{t}a') redis.call('INCR','{t}b') redis.call('INCR','{t}c') return 1";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("engagement-torn-");

    private string Log => Path.Combine(_folder.FullName, "appendonlydir", "appendonly.aof.1.incr.aof");

    // With aof-load-truncated yes this ends with 5, 5, 4.
    [RedisFact]
    public async Task Start_LogTornInsideAScript_NeverExecutesItsHalf()
    {
        await WriteAsync(Script, Script, Script);
        var bytes = await File.ReadAllBytesAsync(Log);
        var last = bytes.AsSpan().LastIndexOf("*1\r\n$5\r\nMULTI"u8);
        await File.AppendAllBytesAsync(Log, bytes[last..(last + (bytes.Length - last) * 2 / 3)]);
        await WriteAsync(Script);
        await using var redis = await RedisStore.Open(_folder.FullName, 0);
        await using var connection = await ConnectionMultiplexer.ConnectAsync($"127.0.0.1:{redis.Port}");
        Assert.Equal(["4", "4", "4"], (await connection.GetDatabase().StringGetAsync(["{t}a", "{t}b", "{t}c"])).Select(value => (string?)value));
    }

    // A little of it must not be cut either: what was acknowledged stands behind the damage.
    [RedisTheory, InlineData(1), InlineData(18)]
    public async Task Start_LogDamagedInTheMiddle_RefusesAndCutsNothing(int megabytes)
    {
        await WriteAsync("for i = 1, " + megabytes + " do redis.call('SET', '{t}' .. i, string.rep('x', 1048576)) end return 1");
        await using (var file = File.OpenWrite(Log))
        {
            await file.WriteAsync("damage"u8.ToArray());
        }

        var length = new FileInfo(Log).Length;
        await Assert.ThrowsAsync<InvalidOperationException>(() => RedisStore.Open(_folder.FullName, 0));
        Assert.Equal(length, new FileInfo(Log).Length);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private async Task WriteAsync(params string[] scripts)
    {
        var redis = await RedisStore.Open(_folder.FullName, 0);
        await using (var connection = await ConnectionMultiplexer.ConnectAsync($"127.0.0.1:{redis.Port}"))
        {
            foreach (var script in scripts)
            {
                await connection.GetDatabase().ScriptEvaluateAsync(script);
            }
        }

        using var process = Process.GetProcessById(redis.Pid);
        process.Kill();
        await process.WaitForExitAsync();
    }
}
