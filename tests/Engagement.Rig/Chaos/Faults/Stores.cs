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
}
