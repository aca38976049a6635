using Engagement.Rig.Load;
using Engagement.Rig.Results;
using Engagement.Rig.Serve;

namespace Engagement.Rig.Peers;

/// <summary>Peers that are running, and what they do in turns.</summary>
internal sealed class Contest : IAsyncDisposable
{
    private readonly PeersOptions _options;
    private readonly Catalogue _catalogue;

    private Contest(PeersOptions options, Catalogue catalogue) => (_options, _catalogue) = (options, catalogue);

    public List<Peer> Peers { get; } = [];

    public Catalogue Catalogue => _catalogue;

    public Machine Machine { get; } = Machine.Now(("Redis", "redis-server"), ("PostgreSQL", PostgresServer.Program));

    /// <summary>Every peer kept every rule so far.</summary>
    public bool RulesHold { get; private set; } = true;

    public static async Task<Contest> Begin(PeersOptions options, IReadOnlyList<string> names, int people)
    {
        var reference = new FileCatalogue().Reference;
        var contest = new Contest(options, new([.. reference.Reasons.SelectMany(reason => reason.Presets.Select(preset => (reason.Id, preset.Id)))]));
        try
        {
            foreach (var name in names)
            {
                contest.Peers.Add(await new PeerStarter(options, reference).Start(name, people));
            }

            return contest;
        }
        catch
        {
            await contest.DisposeAsync();
            throw;
        }
    }

    public Task<Slice> Slice(Peer peer, TimeSpan length, int atLeast = 0, Func<Task>? fault = null) =>
        new Pairs(peer, _catalogue, _options.Callers).Run(length, atLeast, fault);

    /// <summary>The order of a round: another one every round, the same for the same seed.</summary>
    public Peer[] Shuffled(int round)
    {
        Peer[] order = [.. Peers];
        new Random(_options.Seed * 1_000 + round).Shuffle(order);
        return order;
    }

    /// <summary>Every peer must do the same work: checks the rules on each before anything is measured.</summary>
    public async Task Rules()
    {
        foreach (var peer in Peers)
        {
            var rules = new PeerRules(peer, _catalogue);
            string[] wrong = [.. await rules.Run(), .. await peer.Check()];
            Console.Error.WriteLine($"  {peer.Name}: {rules.Held} rules hold{(wrong.Length > 0 ? $", {wrong.Length} DO NOT" : "")}");
            foreach (var difference in wrong)
            {
                Console.WriteLine($"WRONG: {difference}");
            }

            RulesHold &= wrong.Length == 0;
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var peer in Peers)
        {
            await peer.DisposeAsync();
        }

        if (_options.OwnFolder)
        {
            Directory.Delete(_options.Folder, recursive: true);
        }
    }
}
