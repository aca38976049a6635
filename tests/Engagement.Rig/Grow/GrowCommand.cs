using System.Diagnostics;
using Engagement.Rig.Peers;
using Engagement.Rig.Results;

namespace Engagement.Rig.Grow;

/// <summary><c>grow</c>: the same load on a city that begins and on one that holds hundreds of thousands of claimed roses, in turns.</summary>
internal static class GrowCommand
{
    private const int Chunk = 50_000;
    private static readonly string[] Cities = ["empty", "grown"];

    public static async Task<int> Run(RigArguments args)
    {
        var (options, roses) = (PeersOptions.Of(args, Cities), args.Number("roses", 300_000));
        await using var contest = await Contest.Begin(options, Cities, options.People);
        var (empty, grown) = (contest.Peers[0], contest.Peers[1]);
        if (options.City is not null)
        {
            roses = (int)(await grown.Store.Totals()).Claimed;
        }

        var bytes = options.City is null ? await Grow(contest, grown, roses) : await grown.UsedMemory() / (double)roses;
        foreach (var city in contest.Peers)
        {
            await city.Restart();
            await contest.Slice(city, options.WarmUp);
        }

        var parameters = options.Parameters();
        parameters["roses"] = roses.ToString(System.Globalization.CultureInfo.InvariantCulture);
        List<Sample> samples = [];
        for (var round = 1; round <= options.Rounds; round++)
        {
            foreach (var city in contest.Shuffled(round))
            {
                await city.NextDay();
                var slice = await contest.Slice(city, options.Length);
                Console.Error.WriteLine($"  round {round}: {city.Name} {slice.PairsPerSecond:n0} pairs/s, claim p99 {slice.ClaimP99:n0} ms");
                samples.Add(new("grow", parameters, round, city.Name, new(slice.Figures()) { ["RSS MiB"] = ServedBy.ResidentMib(city.Program.Pid) }, [], contest.Machine, DateTimeOffset.UtcNow));
            }
        }

        foreach (var city in contest.Peers)
        {
            samples.Add(await AtRest(city, options, parameters, contest, city == grown ? bytes : null));
        }

        samples.ForEach(options.Results.Append);
        return GrowReport.Write(options, parameters, samples) ? 0 : 1;
    }

    // Through the product's own doors, day after day of the test clock. Bytes of Redis per claimed rose.
    private static async Task<double> Grow(Contest contest, Peer city, int roses)
    {
        var before = await city.UsedMemory();
        var made = 0L;
        while (made < roses)
        {
            await city.NextDay();
            var slice = await contest.Slice(city, TimeSpan.Zero, (int)Math.Min(Chunk, roses - made));
            made += slice.Pairs;
            Console.Error.WriteLine($"  {made:n0} of {roses:n0} roses claimed, {slice.PairsPerSecond:n0} pairs/s");
        }

        return (await city.UsedMemory() - before) / (double)made;
    }

    // What is asked once: the start on what is stored, the recount, and whether it is clean.
    private static async Task<Sample> AtRest(Peer city, PeersOptions options, SortedDictionary<string, string> parameters, Contest contest, double? bytes)
    {
        await city.Restart();
        var clock = Stopwatch.StartNew();
        var difference = await Load.Recount.Run(Programs.Local(options.Local), city.Name == "grown" && options.City is { } own ? own : Path.Combine(options.Folder, city.Name));
        var figures = new Dictionary<string, double>
        {
            ["start s"] = city.StartSeconds[^1], ["recount s"] = clock.Elapsed.TotalSeconds, ["RSS at start MiB"] = ServedBy.ResidentMib(city.Program.Pid),
            ["redis MiB"] = await city.UsedMemory() / 1048576.0, ["differences"] = difference is null ? 0 : 1,
        };
        if (bytes is { } each)
        {
            figures["redis bytes/rose"] = each;
        }

        return new("grow", parameters, options.Rounds + 1, city.Name, figures, difference is null ? [] : [difference], contest.Machine, DateTimeOffset.UtcNow);
    }
}
