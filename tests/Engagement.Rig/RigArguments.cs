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
                       [--rate 0] [--ramp 0] [--reads 0] [--probe PAGE] [--residents] [--couriers 0] [--days 0]
                       --rate begins so many gifts a second, after a ramp of so many seconds (open loop, times from the instant
                       a gift was due); --reads so many looks a hundred gifts; --probe times a page idle and under load.
                       --residents lets everybody live in a town, --couriers the first so many ride for the companies; --days spreads
                       the gifts over so many days of the test clock
                       FOLDER is the city's: `recount` runs on it. An existing journal is taken up again; --gifts 0 only checks it.
              race     --claims 1000           one rose, so many people at once: one winner; one command 50 times: one effect
              race     --bouquet 10000         so many people at once for 100 roses in 100 shares: 100 winners
              race     --checkin 2000 --activity ID [--shift 1]   so many people at one board at once, each twice: none lost, none twice
                       [--site URL] [--wechat URL] [--data FOLDER] [--local DLL]   FOLDER is the city's: `recount` runs on it afterwards
              chaos    [--rounds 18] [--seed N] [--faults a,b] [--silos 3] [--clients 16] [--people 40] [--commands 600] [--pace 15]
                       [--per-day 100] [--minutes N] [--folder DIR] [--out FILE] [--control] [--list] [--docs]
                       a cluster under load and a fault a round, drawn by the seed; then the history must be linearizable and
                       the recount clean. Started again with the same seed it goes on after its rounds; --minutes begins none
                       later. --control: a power cut with appendfsync everysec, a failover to a replica: both must be found to lose
              check    --history FILE[,FILE]   proves that every answer of a recorded run fits one order (docs/reliability.md)
                       [--data FOLDER | --recount HOST:PORT [--campaign ID]] [--budget STEPS] [--local DLL]
              peers    [--rounds 5] [--warmup 25] [--seconds 8] [--people 3200] [--callers 64] [--pairs N] [--seed 1] [--kill] [--docs]
                       [--only product,floor,postgres-cte,postgres-tx,stock,postgres-ef,transactions,node] [--scale small] [--pool N] [--out FILE] [--local DLL]
                       starts the city and its peers, each on a store of its own, and measures send + claim in turns;
                       --kill also kills each program once, --only before --before DLL adds another build of the city, everysec one
                       whose store fsyncs every second only, sight and sight-sampled one that sends traces (all, one of a hundred),
                       metrics and logs to a receiver, dashboard one with Orleans' dashboard,
                       --docs writes the tables and charts of docs/; a run that is started again goes on after its rounds
              peers bouquet  [--rounds 5] [--claimants 10000]   500 shares for so many people at once, product and PostgreSQL
              peers check    whether every peer keeps the same rules; measures nothing
              grow     --roses 300000 [--rounds 5] [--warmup 25] [--seconds 8] [--people 3200] [--docs]
                       the same load on an empty city and on one that holds so many claimed roses, in turns;
                       --city FOLDER takes one that `load` has filled
              serve    --peer NAME --urls URL --store STORE --key BASE64 --folder FOLDER   one peer by itself
              simulate [--schedules 100000] [--seed 1]   rules and ledger against a store that fails by seed
                       --replay SEED shows one, shortened; --mutations takes one protection away at a time: each must be found;
                       --redis HOST:PORT plays the changes of some schedules on a server too: the same must be stored
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
