namespace Engagement.Rig.Load;

/// <summary>What the city must show if it kept everything it acknowledged, and nothing else happened to it meanwhile.</summary>
internal sealed class Expected
{
    private readonly HashSet<string> _commands = [];

    /// <summary>Every acknowledged rose.</summary>
    public Dictionary<string, Chain> Roses { get; } = [];

    /// <summary>Held, sent and received of people before the first gift.</summary>
    public Dictionary<string, long[]> Before { get; } = [];

    /// <summary>Sent and claimed of the city before the first gift.</summary>
    public long[]? TotalsBefore { get; private set; }

    public long Sent { get; private set; }

    public long Claimed { get; private set; }

    /// <summary>Commands that nobody answered: nothing can be said about them.</summary>
    public int Open { get; private set; }

    /// <summary>Answers that contradict each other, seen while they came in.</summary>
    public List<string> Contradictions { get; } = [];

    public void Add(JournalEntry entry)
    {
        if (entry.Command is { } command && !_commands.Add(entry.Kind + command))
        {
            Contradictions.Add($"command {command} is twice in the journal");
        }

        switch (entry.Kind)
        {
            case "base":
                Before[entry.By!] = entry.Numbers!;
                break;
            case "totals":
                TotalsBefore = entry.Numbers;
                break;
            case "open":
                Open++;
                break;
            case "send":
                Sent++;
                if (!Roses.TryAdd(entry.Rose!, new(entry.By!)))
                {
                    Contradictions.Add($"rose {entry.Rose} was born twice");
                }

                break;
            case "claim":
                Claimed++;
                Claim(entry);
                break;
        }
    }

    /// <summary>Held, sent and received that each person must show now.</summary>
    public Dictionary<string, long[]> People()
    {
        var people = Before.ToDictionary(pair => pair.Key, pair => (long[])pair.Value.Clone());
        foreach (var chain in Roses.Values)
        {
            foreach (var giver in chain.Givers.Distinct())
            {
                people[giver][1]++;
            }

            foreach (var taker in chain.Hands.Skip(1).Distinct())
            {
                people[taker][2]++;
            }

            if (chain.Hops > 0)
            {
                people[chain.Holder][0]++;
            }
        }

        return people;
    }

    private void Claim(JournalEntry entry)
    {
        if (!Roses.TryGetValue(entry.Rose!, out var chain))
        {
            Contradictions.Add($"rose {entry.Rose} was claimed and never sent");
            return;
        }

        if (entry.Hop != chain.Hops + 1)
        {
            Contradictions.Add($"rose {entry.Rose}: hop {entry.Hop} was answered after hop {chain.Hops}");
        }

        chain.Hands.Add(entry.By!);
    }
}

/// <summary>A rose's way, as acknowledged.</summary>
internal sealed class Chain(string sender)
{
    /// <summary>The sender, then every taker.</summary>
    public List<string> Hands { get; } = [sender];

    public int Hops => Hands.Count - 1;

    public string Holder => Hands[^1];

    /// <summary>Who gave: the sender from the start, others when it was taken from them.</summary>
    public IEnumerable<string> Givers => Hands.Count == 1 ? Hands : Hands.Take(Hands.Count - 1);

    public int People => Hands.Distinct().Count();
}
