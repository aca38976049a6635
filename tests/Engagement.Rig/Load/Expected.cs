namespace Engagement.Rig.Load;

/// <summary>What the city must show if it kept everything it acknowledged, and nothing else happened to it meanwhile.</summary>
internal sealed class Expected
{
    private readonly HashSet<(char Kind, Guid Command)> _commands = []; // of millions: no texts; the second letter tells send, offer, claim and open apart
    private readonly Dictionary<string, string> _people = [];

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

    /// <summary>Whether an answer to the command is known.</summary>
    public bool Knows(string kind, string command) => _commands.Contains(Key(kind, command));

    public void Add(JournalEntry entry)
    {
        if (entry.Command is { } command && !_commands.Add(Key(entry.Kind, command)))
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
                if (!Roses.TryAdd(entry.Rose!, new(One(entry.By!))))
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

    private static (char Kind, Guid Command) Key(string kind, string command) => (kind[1], Guid.Parse(command));

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

        chain.Hands.Add(One(entry.By!));
    }

    // The same person is one text, however many lines of a journal name them.
    private string One(string person) => _people.TryGetValue(person, out var one) ? one : _people[person] = person;
}

/// <summary>A rose's way, as acknowledged.</summary>
internal sealed class Chain(string sender)
{
    /// <summary>The sender, then every taker.</summary>
    public List<string> Hands { get; } = new(2) { sender };

    public int Hops => Hands.Count - 1;

    public string Holder => Hands[^1];

    /// <summary>Who gave: the sender from the start, others when it was taken from them.</summary>
    public IEnumerable<string> Givers => Hands.Count == 1 ? Hands : Hands.Take(Hands.Count - 1);

    public int People => Hands.Distinct().Count();
}
