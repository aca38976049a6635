using Engagement.Grains.Campaigns;
using Engagement.Web;

namespace Engagement.Local;

/// <summary>Subcommands on a local city: beside a running one, or on its own store, started for the purpose.</summary>
internal static class Tools
{
    // Of the subcommand itself; every other option takes a value and is the city's.
    private static readonly string[] Switches = ["--json", "--repair", "--yes", "--public"];

    /// <summary>Runs <paramref name="command"/>.</summary>
    public static async Task<int> Run(string command, string[] args)
    {
        // A folder to write to, or to bring in.
        var own = Enumerable.Range(0, args.Length).Where(i => args[i] == "--out").SelectMany(i => new[] { i, i + 1 })
            .Concat(command == "import" && args is [var folderName, ..] && !folderName.StartsWith('-') ? [0] : []).ToHashSet();
        var line = args.Where((arg, i) => Switches.Contains(arg) || own.Contains(i)).Prepend(command).ToArray();
        var options = LocalOptions.Parse([.. args.Where((arg, i) => !Switches.Contains(arg) && !own.Contains(i))]);
        var note = DataFolder.Look(options.Data).Read();
        if (IsRunning(note))
        {
            return await Act(line, options, DataFolder.Look(options.Data), note.StorePort);
        }

        using var folder = DataFolder.Lock(options.Data);
        await using var store = await LocalStore.Open(folder, options.Store);
        folder.Write(note with { Store = store is RedisStore ? "redis" : "garnet", StorePort = store.Port, StorePid = store.Pid });
        return await Act(line, options, folder, store.Port);
    }

    /// <summary>A subcommand with words of its own, beside the running city: `wechat` against its emulator, `boards` on its store.</summary>
    public static async Task<int> Beside(string command, string[] args)
    {
        var own = Enumerable.Range(0, args.Length).Where(i => args[i] is "--data" or "--wechat-urls").SelectMany(i => new[] { i, i + 1 }).ToHashSet();
        var options = LocalOptions.Parse([.. args.Where((_, i) => own.Contains(i))]);
        var folder = DataFolder.Look(options.Data);
        var settings = City.Settings(options, folder, folder.Read().StorePort);
        settings["Site:Address"] = folder.Read().Urls ?? options.Urls;
        var builder = Host.CreateApplicationBuilder();
        builder.Configuration.AddInMemoryCollection(settings);
        using var host = Subcommands.BuildTools(builder);
        return await Subcommands.Run(host.Services, [command, .. args.Where((_, i) => !own.Contains(i))]);
    }

    private static async Task<int> Act(string[] line, LocalOptions options, DataFolder folder, int port)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Configuration.AddInMemoryCollection(City.Settings(options, folder, port));
        if (folder.Read().ClockAhead > 0)
        {
            builder.Services.AddSingleton<ICampaignClock>(new TestClock(folder)); // the city's own day, not today's
        }

        using var host = Subcommands.BuildTools(builder);
        return await Subcommands.Run(host.Services, line);
    }

    private static bool IsRunning(LocalNote note)
    {
        try
        {
            return note.Pid != 0 && !System.Diagnostics.Process.GetProcessById(note.Pid).HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
