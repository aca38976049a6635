using System.Globalization;

namespace Engagement.Rig;

/// <summary>The options of one run: <c>--name value</c>, or <c>--name</c> alone for a switch.</summary>
internal sealed class RigArguments
{
    private readonly Dictionary<string, string> _given = [];

    public static int Help()
    {
        Console.WriteLine("""
            Engagement.Rig: proves the city from outside.

              load     --people N --gifts G    gives and takes over HTTP, then checks that nothing is lost or doubled
                       [--site URL] [--wechat URL] [--callers 64] [--pass-on 10] [--data FOLDER] [--journal FILE] [--local DLL]
                       FOLDER is the city's: `recount` runs on it. An existing journal is taken up again; --gifts 0 only checks it.
              race     --claims 1000           one rose, so many people at once: one winner; one command 50 times: one effect
              race     --bouquet 10000         so many people at once for 100 roses in 100 shares: 100 winners
                       [--site URL] [--wechat URL]
              check    --history FILE[,FILE]   proves that every answer of a recorded run fits one order (docs/reliability.md)
                       [--data FOLDER | --recount HOST:PORT [--campaign ID]] [--budget STEPS] [--local DLL]
              simulate [--schedules 100000] [--seed 1]   rules and ledger against a store that fails by seed
                       --replay SEED shows one, shortened; --mutations takes one protection away at a time: each must be found;
                       --redis HOST:PORT plays the changes of some schedules on a server too: the same must be stored
              floor    --urls URL --redis HOST:PORT --key BASE64 [--batch]
                       the same two actions without grains: what the machine allows at best
              compare  [--rounds 5] [--warmup 15] [--seconds 10] [--callers 64] [--people 4000] [--batch] [--before DLL] [--out FILE] [--local DLL]
                       starts the city and the floor, each on its own redis-server, and measures them in turns;
                       --before adds another build of the city, --batch a floor that shares scripts
            """);
        return 0;
    }

    public static RigArguments Parse(string[] args, string[] known)
    {
        var parsed = new RigArguments();
        for (var i = 0; i < args.Length; i++)
        {
            var name = args[i].StartsWith("--", StringComparison.Ordinal) ? args[i][2..] : "";
            if (!known.Contains(name))
            {
                throw new ArgumentException($"Unknown option {args[i]}. See --help.");
            }

            var alone = i + 1 == args.Length || args[i + 1].StartsWith("--", StringComparison.Ordinal);
            parsed._given[name] = alone ? "" : args[++i];
        }

        return parsed;
    }

    public bool Has(string name) => _given.ContainsKey(name);

    public string? Text(string name) => _given.GetValueOrDefault(name);

    public string Text(string name, string otherwise) => _given.GetValueOrDefault(name, otherwise);

    public int Number(string name, int otherwise) =>
        _given.TryGetValue(name, out var text) ? int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture) : otherwise;
}
