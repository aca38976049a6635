using Engagement.Rig.Load;
using Engagement.Rig.Results;
using Engagement.Rig.Serve;

namespace Engagement.Rig.Peers;

/// <summary><c>peers</c>: the product and its peers in turns on one machine. Only what all did in the same minutes is compared.</summary>
internal static class PeersCommand
{
    public static async Task<int> Run(RigArguments args)
    {
        var options = PeersOptions.Of(args, PeersOptions.Standard);
        await using var contest = await Contest.Begin(options, options.Peers, options.People);
        await contest.Rules();
        await Rounds(contest, options);
        if (options.Kill)
        {
            await Kills(contest, options);
        }

        return PeersReport.Write(options) && contest.RulesHold ? 0 : 1;
    }

    /// <summary><c>peers check</c>: only whether every peer keeps the rules.</summary>
    public static async Task<int> Check(RigArguments args)
    {
        var options = PeersOptions.Of(args, [.. PeersOptions.Standard, "floor-batched"]);
        await using var contest = await Contest.Begin(options, options.Peers, people: 2 * options.Callers);
        await contest.Rules();
        return contest.RulesHold ? 0 : 1;
    }

    private static async Task Rounds(Contest contest, PeersOptions options)
    {
        var parameters = options.Parameters();
        var done = options.Results.Complete("peers", parameters, [.. options.Peers]).Select(sample => sample.Round).ToHashSet();
        if (Enumerable.Range(1, options.Rounds).All(done.Contains))
        {
            Console.Error.WriteLine("  all rounds are in the results already");
            return;
        }

        foreach (var peer in contest.Peers)
        {
            Console.Error.WriteLine($"  warming {peer.Name} (started in {peer.Program.StartSeconds:n1} s)");
            await contest.Slice(peer, options.WarmUp);
            Say(await peer.Check());
        }

        for (var round = 1; round <= options.Rounds; round++)
        {
            foreach (var peer in done.Contains(round) ? [] : contest.Shuffled(round))
            {
                await peer.NextDay(); // every pair of people counts again
                var slice = await contest.Slice(peer, options.Length, options.Pairs);
                var wrong = await peer.Check();
                Console.Error.WriteLine($"  round {round}: {peer.Name} {slice.PairsPerSecond:n0} pairs/s, CPU {slice.ProgramCpu:n0} + {slice.StoreCpu:n0} us, {Verdict(wrong)}");
                Say(wrong);
                options.Results.Append(new("peers", parameters, round, peer.Name,
                    new(slice.Figures()) { ["RSS MiB"] = ServedBy.ResidentMib(peer.Program.Pid), ["differences"] = wrong.Length }, wrong, contest.Machine, DateTimeOffset.UtcNow));
            }
        }
    }

    // The program dies under load at a moment that the seed chooses, comes back, and every command is asked again.
    private static async Task Kills(Contest contest, PeersOptions options)
    {
        foreach (var peer in contest.Peers)
        {
            await peer.NextDay();
            var wait = options.Length * (0.3 + 0.4 * new Random(options.Seed * 1_000 - contest.Peers.IndexOf(peer)).NextDouble());
            var slice = await contest.Slice(peer, options.Length, options.Pairs, async () =>
            {
                await Task.Delay(wait);
                await peer.Program.Kill();
                await peer.Start();
            });
            var wrong = await peer.Check();
            Console.Error.WriteLine($"  kill -9 of {peer.Name}: {slice.Pairs:n0} pairs, {slice.Unknown} outcomes unknown at first, no answer for {slice.Gap:n1} s, {Verdict(wrong)}");
            Say(wrong);
            options.Results.Append(new("peers-kill", options.Parameters(), 1, peer.Name, new()
            {
                ["pairs"] = slice.Pairs, ["unknown at first"] = slice.Unknown, ["gap s"] = slice.Gap, ["start s"] = peer.StartSeconds[^1], ["differences"] = wrong.Length,
            }, wrong, contest.Machine, DateTimeOffset.UtcNow));
        }
    }

    private static string Verdict(string[] wrong) => wrong.Length == 0 ? "check holds" : "CHECK FAILS";

    private static void Say(string[] wrong)
    {
        foreach (var difference in wrong)
        {
            Console.WriteLine("WRONG: " + difference);
        }
    }
}
