using StackExchange.Redis;

namespace Engagement.Rig.Chaos.Faults;

/// <summary>The cell's store dies, hangs, loses power, runs full, rewrites its log.</summary>
internal static class Stores
{
    public static async Task Kill(Stage stage)
    {
        await stage.City.Cell.Kill();
        stage.Notes.Add("kill -9 redis");
        await stage.Wait(0.3);
        await stage.City.Cell.Start();
        await stage.Healed();
    }

    public static async Task Pause(Stage stage)
    {
        await stage.City.Cell.Pause();
        stage.Notes.Add("SIGSTOP redis");
        await stage.Wait(1);
        await stage.City.Cell.Resume();
        await stage.Healed();
    }

    public static async Task CutPower(Stage stage)
    {
        var lost = await stage.City.Cell.CutPower();
        stage.Notes.Add(FormattableString.Invariant($"power cut: {lost:n0} bytes that no fsync had reached are gone"));
        await stage.City.Cell.Start();
        await stage.Healed();
    }

    public static async Task TearTail(Stage stage)
    {
        var torn = await stage.City.Cell.TearTail();
        stage.Notes.Add(FormattableString.Invariant($"kill -9 redis, and {torn:n0} bytes of a torn script at the end of its log; killed again"));
        await stage.City.Cell.Start();
        await stage.Wait(0.3);
        await stage.City.Cell.Kill();
        await stage.City.Cell.Start();
        await stage.Healed();
    }

    /// <summary>No byte is left on the store's disk; it ends itself rather than answer what it can't keep.</summary>
    public static async Task FillDisk(Stage stage)
    {
        var filler = Path.Combine(stage.City.Cell.Folder, "filler");
        await using (var file = File.Create(filler))
        {
            var block = new byte[1 << 20];
            try
            {
                while (true)
                {
                    await file.WriteAsync(block);
                    await file.FlushAsync();
                }
            }
            catch (IOException)
            {
                block = new byte[512];
            }
        }

        await stage.Wait(0.3);
        stage.Notes.Add(stage.City.Cell.IsRunning ? "disk full" : "disk full: redis ended itself");
        await stage.City.Cell.Kill();
        File.Delete(filler);
        await stage.City.Cell.Start();
        await stage.Healed();
    }

    /// <summary>
    /// Its disk fails at an fsync. It must end itself before it answers what that fsync was for; then the power is cut too,
    /// for after a failed fsync nobody knows what is on disk.
    /// </summary>
    public static async Task FailSync(Stage stage)
    {
        var unavailable = stage.Mail.Unavailable;
        await stage.City.Cell.FailSync();
        await Patience.Until("redis ends itself after an fsync that failed", TimeSpan.FromSeconds(20), () => Task.FromResult(!stage.City.Cell.IsRunning));
        await Patience.Until("the site answers 503 without its store", TimeSpan.FromSeconds(20), () => Task.FromResult(stage.Mail.Unavailable > unavailable));
        await stage.Wait(0.2);
        var lost = await stage.City.Cell.CutPower();
        stage.Notes.Add(FormattableString.Invariant($"fsync failed (EIO): redis ended itself, {stage.Mail.Unavailable - unavailable:n0} tries answered 503, {lost:n0} bytes that no fsync had reached are gone"));
        await stage.City.Cell.Start();
        await stage.Healed();
    }

    public static async Task Rewrite(Stage stage)
    {
        await using var store = await stage.City.Store();
        await store.GetServers().Single().ExecuteAsync("BGREWRITEAOF");
        await stage.Wait(0.5);
        stage.Notes.Add("BGREWRITEAOF");
    }

    public static async Task FlushScripts(Stage stage)
    {
        await using var store = await stage.City.Store();
        for (var i = 0; i < 10; i++)
        {
            await store.GetServers().Single().ExecuteAsync("SCRIPT", "FLUSH");
            await stage.Wait(0.03);
        }

        stage.Notes.Add("SCRIPT FLUSH 10 times");
    }

    /// <summary>The control: fsync every second. A power cut must lose something, or the test is blind.</summary>
    public static async Task CutPowerEverySecond(Stage stage)
    {
        await using (var store = await stage.City.Store())
        {
            await store.GetServers().Single().ConfigSetAsync("appendfsync", "everysec");
        }

        await stage.Wait(0.4);
        await CutPower(stage);
    }

    /// <summary>
    /// The other control: a replica that follows within a second takes over from a primary that dies. What was acknowledged
    /// and had not reached it is gone: the reason why a failover is no part of the promise.
    /// </summary>
    public static async Task FailOver(Stage stage)
    {
        RedisNode replica;
        await using (var link = new SlowLink(Topology.Hub, stage.City.Cell.Port, static () => TimeSpan.FromMilliseconds(700)))
        {
            replica = stage.City.Replica(link);
            await replica.Start();
            await using (var follower = await ConnectionMultiplexer.ConnectAsync(replica.Operators))
            {
                await Patience.Until("the replica follows", TimeSpan.FromSeconds(60), async () =>
                    (await follower.GetServers().Single().InfoAsync("replication")).Any(group => group.Contains(new("master_link_status", "up"))));
            }

            await stage.Wait(0.3);
            await stage.City.Cell.Kill();
        }

        await replica.DisposeAsync();
        stage.City.Cell.TakeOver(replica);
        stage.Notes.Add("kill -9 redis; a replica that was 0.7 s behind took over");
        await stage.City.Cell.Start();
        await stage.Healed();
    }
}
