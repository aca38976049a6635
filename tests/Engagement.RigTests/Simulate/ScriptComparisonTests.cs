using Engagement.Rig.Peers;
using Engagement.Rig.Simulate;
using StackExchange.Redis;
using Xunit.Abstractions;

namespace Engagement.RigTests.Simulate;

/// <summary>The simulation's store is the script's twin.</summary>
public sealed class ScriptComparisonTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Run_ChangesOfManySchedules_AreTheSameOnRedis()
    {
        var folder = Directory.CreateTempSubdirectory("script-");
        var port = ServedBy.FreePort();
        await using (await ServedBy.Start("redis-server", ["--port", $"{port}", "--bind", "127.0.0.1", "--save", "", "--dir", folder.FullName], "eady to accept connections"))
        {
            await using var redis = await ConnectionMultiplexer.ConnectAsync($"127.0.0.1:{port},abortConnect=false,connectRetry=20,asyncTimeout=30000");
            var (differences, changes) = await ScriptComparison.Run(redis, schedules: 150, seed: 1);
            output.WriteLine($"{changes} changes compared");
            Assert.Equal([], differences);
            Assert.InRange(changes, 1_000, long.MaxValue);
        }

        folder.Delete(recursive: true);
    }
}
