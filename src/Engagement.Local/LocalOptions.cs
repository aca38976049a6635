using Microsoft.Extensions.Configuration;

namespace Engagement.Local;

/// <summary>How the city on one machine is started.</summary>
internal sealed record LocalOptions(string Urls, string WeChatUrls, string Data, string? Store, bool TestClock)
{
    public const string Help = """
        Engagement.Local: the whole city on this machine: the site, a store and WeChat's emulator.

          --urls URL          address of the site       (default http://127.0.0.1:5000)
          --wechat-urls URL   address of the emulator   (default http://127.0.0.1:5080)
          --data FOLDER       where everything is kept  (default ./data; under dotnet run that is src/Engagement.Local/data)
          --store redis|garnet  default: redis-server when it is on the PATH, else embedded Garnet (evaluation only)
          --clock test        a clock that can be moved forward: POST <emulator>/emulator/clock {"advance":"24:00:00"}

          seed                put the shipped reference data into the campaign (done at every start)
          recount [--json]    recompute every number from the records, also beside a running city
          recount --repair    tell what it would write to make them right; --yes writes it
          export --public --out FOLDER
                              add the closed days to the public archive, which names nobody (docs/archive.md)
          export --out FOLDER the whole cell while the city is stopped; import FOLDER brings it into an empty --data
          reseal              have volunteers' names and numbers sealed with the newest key
          wechat menu apply [--dry-run] | wechat qr create [--scene SCENE] [--images FOLDER]
                              the service account's menu and codes, in the running city's emulator
        """;

    private static readonly string[] Known = ["urls", "wechat-urls", "data", "store", "clock"];

    public static LocalOptions Parse(string[] args)
    {
        var given = new ConfigurationBuilder().AddCommandLine(args).Build();
        foreach (var child in given.GetChildren())
        {
            if (!Known.Contains(child.Key, StringComparer.OrdinalIgnoreCase))
            {
                throw new ArgumentException($"Unknown option --{child.Key}. See --help.");
            }
        }

        if (given["store"] is not (null or "redis" or "garnet"))
        {
            throw new ArgumentException("--store must be redis or garnet.");
        }

        if (given["clock"] is not (null or "test"))
        {
            throw new ArgumentException("--clock must be test.");
        }

        return new(given["urls"] ?? "http://127.0.0.1:5000", given["wechat-urls"] ?? "http://127.0.0.1:5080",
            Path.GetFullPath(given["data"] ?? "data"), given["store"], given["clock"] is not null);
    }
}
