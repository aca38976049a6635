using Engagement.Grains;
using Engagement.Grains.Archive;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Publications;
using Engagement.Grains.Recounting;
using Engagement.Grains.Storage;
using Engagement.Grains.Volunteers;
using Engagement.WeChat;
using Engagement.Web.WeChat;
using Engagement.Web.WeChat.Commands;
using Orleans.Serialization;

namespace Engagement.Web;

/// <summary>What the program does besides serving. Each works beside a living site.</summary>
public static class Subcommands
{
    /// <summary>Milliseconds until a subcommand takes an unanswered command for lost.</summary>
    private const int ToolPatience = 30_000;

    private const string Help = """
        Engagement: serves a campaign, or:
          recount [--json]  recompute every counter, board, index and guard from the records; 0 clean, 1 differences, 2 not quiet
          recount --repair  tell which counters, boards, indexes and agenda entries it would write as the records say; --yes writes them
          boards check FILE.json [FILE.sig FILE.pem]
                            check a published board by itself: ranks, rates and signature; needs no settings
          boards compare PERIOD
                            recount, then compare what is published of a period with the records; 0 equal, 1 differs, 2 no verdict
          export --out FOLDER
                            write the whole cell, with personal data, while nothing serves (docs/archive.md)
          import FOLDER     bring such an export into an empty cell, and recount; 1 when it is refused, and nothing changed
          export --public --out FOLDER
                            add the closed days to the public archive, which names nobody; beside a living site
          reseal            after a newer key in Keys:Seals: have volunteers' names and numbers sealed with it; 0 done, 1 repeat it
          seed [folder]     put the reference data of a folder into the campaign (default: the shipped one); safe to repeat
          wechat menu apply [--dry-run]
                            show how WeChat's menu differs from the configured one, and apply it
          wechat qr create [--scene SCENE] [--images FOLDER]
                            make the configured permanent codes: prints scene, name, path, address and ticket
          --help            this text
        Settings come from the environment or appsettings.json: Campaign__Id, Store__Connection, Control__Connection,
        Keys__Master, WeChat__AppId, WeChat__AppSecret, WeChat__Callback__Token, Site__Address (docs/configuration.md).
        """;

    /// <summary>Runs the subcommand that the arguments name; null when they name none.</summary>
    public static async Task<int?> TryRun(string[] args)
    {
        if (args is ["--help" or "-h" or "help", ..])
        {
            System.Console.WriteLine(Help);
            return 0;
        }

        if (args is ["boards", "check", ..])
        {
            return await BoardsCommand.CheckAsync(args, System.Console.Out);
        }

        if (args is not ["seed" or "recount" or "reseal" or "wechat" or "boards" or "export" or "import", ..])
        {
            return null;
        }

        var builder = Host.CreateApplicationBuilder();
        using var host = BuildTools(builder);
        return await Run(host.Services, args);
    }

    /// <summary>Runs a subcommand with the services of <see cref="BuildTools"/>.</summary>
    public static async Task<int> Run(IServiceProvider services, string[] args)
    {
        if (args[0] == "recount")
        {
            return args.Contains("--repair")
                ? await RepairCommand.RunAsync(services, System.Console.Out, write: args.Contains("--yes"))
                : await RecountCommand.RunAsync(services, System.Console.Out, args.Contains("--json"));
        }

        if (args[0] is "export" or "import")
        {
            return await ArchiveCommands.RunAsync(services, System.Console.Out, args);
        }

        if (args[0] == "boards")
        {
            return await BoardsCommand.CompareAsync(services, System.Console.Out, args);
        }

        if (args[0] == "reseal")
        {
            return await ResealCommand.RunAsync(services, System.Console.Out);
        }

        if (args[0] == "wechat")
        {
            return await WeChatCommand.RunAsync(services, System.Console.Out, args, CancellationToken.None);
        }

        await services.GetRequiredService<StoreCheck>().RequireAsync();
        var folder = args.Length > 1 && !args[1].StartsWith('-') ? args[1] : ShippedReference(services);
        var written = await services.GetRequiredService<Seeder>().Seed(folder);
        System.Console.WriteLine(written ? "Seeded." : "Nothing to seed: the campaign has this data.");
        return 0;
    }

    /// <summary>The services that subcommands need: the ledger without a silo.</summary>
    public static IHost BuildTools(HostApplicationBuilder builder)
    {
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddLedger();
        // Nobody waits for a page here. A recount of three million roses stands still for seconds while its memory is collected.
        builder.Services.PostConfigure<StoreOptions>(store => store.TimeoutMilliseconds = Math.Max(store.TimeoutMilliseconds, ToolPatience));
        builder.Services.AddSerializer();
        builder.Services.AddWeChat(builder.Configuration).AddWeChatAccount();
        return builder.Build();
    }

    /// <summary>The reference data that comes with the program, by campaign id.</summary>
    public static string ShippedReference(IServiceProvider services) =>
        Path.Combine(AppContext.BaseDirectory, "reference", services.GetRequiredService<Cell>().Campaign);
}
