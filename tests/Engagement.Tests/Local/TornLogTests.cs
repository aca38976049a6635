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

    // redis-check-aof calls an end inside "*3\r\n", and zeros, a wrong byte, as it does damage.
    [RedisTheory, InlineData(0, 4096), InlineData(1, 0), InlineData(3, 0), InlineData(6, 0), InlineData(8, 0), InlineData(15, 0), InlineData(17, 100), InlineData(44, 4096)]
    public async Task Start_WriteStopsShort_CutsItAndKeepsTheRest(int bytes, int zeros)
    {
        await WriteAsync(Script);
        var log = await File.ReadAllBytesAsync(Log);
        await File.AppendAllBytesAsync(Log, [.. log.AsSpan(log.AsSpan().LastIndexOf("*1\r\n$5\r\nMULTI"u8), bytes), .. new byte[zeros]]);
        await WriteAsync();
        Assert.Equal(log, await File.ReadAllBytesAsync(Log));
    }

    // What looks like an end that stops short, and whole writes stand behind it.
    [RedisFact]
    public async Task Start_LengthDamagedBeforeWholeWrites_RefusesAndCutsNothing()
    {
        await WriteAsync(Script, Script, Script);
        var log = await File.ReadAllBytesAsync(Log);
        var at = log.AsSpan().IndexOf("$4\r\nINCR"u8);
        byte[] damaged = [.. log.AsSpan(0, at), .. "$4000"u8, .. log.AsSpan(at + 2)];
        await File.WriteAllBytesAsync(Log, damaged);
        await Assert.ThrowsAsync<InvalidOperationException>(() => RedisStore.Open(_folder.FullName, 0));
        Assert.Equal(damaged, await File.ReadAllBytesAsync(Log));
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
