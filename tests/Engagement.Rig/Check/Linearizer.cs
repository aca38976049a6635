namespace Engagement.Rig.Check;

/// <summary>
/// Looks for one order of an object's operations that explains every answer: each takes effect in one instant between its
/// call and its return. Just-in-time linearization (Wing and Gong; Lowe 2017): effects are placed no earlier than a
/// return demands, and all states that are possible so far are carried along, each once. Two shortcuts lose nothing: an
/// answer that changes no state is placed as soon as it fits, and of operations with the same effect the one that
/// returns first goes first.
/// </summary>
internal sealed class Linearizer<TState>(Specification<TState> specification, IReadOnlyList<Entry> entries, int budget)
    where TState : IEquatable<TState>
{
    /// <summary>States carried along at most.</summary>
    private const int MaxStates = 50_000;

    private readonly List<Entry> _pending = [];
    private readonly HashSet<int> _returned = [];
    private int _steps;
    private long _now;

    /// <summary>Null when there is such an order.</summary>
    /// <param name="name">The object, for people.</param>
    /// <param name="show">An entry, for people.</param>
    public Finding? Run(string name, Func<Entry, string> show)
    {
        for (var i = 0; i < entries.Count; i++)
        {
            entries[i].Number = i;
        }

        var events = entries.Select(entry => (At: entry.CalledAt, IsReturn: false, Entry: entry))
            .Concat(entries.Where(entry => entry.Deadline < long.MaxValue).Select(entry => (At: entry.Deadline, IsReturn: true, Entry: entry)))
            .OrderBy(change => change.At).ThenBy(change => change.IsReturn);
        HashSet<Configuration<TState>> possible = [new(specification.Initial)];
        foreach (var (at, isReturn, entry) in events)
        {
            _now = at;
            HashSet<Configuration<TState>> next = [];
            if (!isReturn)
            {
                _pending.Add(entry);
                next.UnionWith(possible.Select(one => Fits(one, entry) ? one.With(one.State, entry.Number) : one));
            }
            else
            {
                HashSet<Configuration<TState>> seen = [];
                foreach (var one in possible)
                {
                    Return(one, entry, seen, next);
                }

                if (_steps > budget || next.Count > MaxStates)
                {
                    return new(name, $"more orders are possible than {budget} steps can try: {_pending.Count} operations are under way after {_returned.Count}, in {possible.Count} states", Around(entry, show), IsUndecided: true);
                }

                if (next.Count == 0)
                {
                    var before = possible.MinBy(one => Weight(one, entry));
                    return new(name, specification.Why(before.State, entry), Around(entry, show));
                }

                _pending.Remove(entry);
                _returned.Add(entry.Number);
            }

            possible = Merged(next);
        }

        return null;
    }

    private HashSet<Configuration<TState>> Merged(HashSet<Configuration<TState>> all) => all.Count < 2 ? all
        : [.. all.GroupBy(one => one.In(specification.Core(one.State))).Select(same => same.First().In(same.Select(one => one.State).Aggregate(specification.Union)))];

    // Every way in which `last` can have taken effect by now. What was seen from another state needs no second look.
    private void Return(Configuration<TState> one, Entry last, HashSet<Configuration<TState>> seen, HashSet<Configuration<TState>> results)
    {
        if (one.Has(last.Number))
        {
            results.Add(one.Without(last.Number));
            return;
        }

        var open = new Stack<Configuration<TState>>(seen.Add(one) ? [one] : []);
        while (open.TryPop(out var from) && _steps <= budget)
        {
            var next = Step(from, last).ToArray();
            var canWait = next.Length > 0 && Array.TrueForAll(next, state => specification.OptionalCanWait(from.State, state, _now));
            foreach (var state in next)
            {
                results.Add(Eager(from.With(state, last.Number)).Without(last.Number));
            }

            // What else may have had its effect before, one after the other.
            foreach (var entry in Candidates(from).Where(entry => entry != last && !(canWait && entry.IsOptional)))
            {
                foreach (var state in Step(from, entry).Where(state => !state.Equals(from.State)))
                {
                    var to = Eager(from.With(state, entry.Number));
                    if (to.Has(last.Number))
                    {
                        results.Add(to.Without(last.Number));
                    }
                    else if (seen.Add(to))
                    {
                        open.Push(to);
                    }
                }
            }
        }
    }

    private IEnumerable<Entry> Candidates(Configuration<TState> from)
    {
        Dictionary<string, Entry>? first = null;
        foreach (var entry in _pending)
        {
            if (from.Has(entry.Number))
            {
                continue;
            }

            if (entry.NamedUntil >= _now || specification.Likeness(entry) is not { } likeness)
            {
                yield return entry;
            }
            else if (!(first ??= []).TryGetValue(likeness, out var other) || entry.Deadline < other.Deadline)
            {
                first[likeness] = entry;
            }
        }

        foreach (var entry in first?.Values.ToArray() ?? [])
        {
            yield return entry;
        }
    }

    private Configuration<TState> Eager(Configuration<TState> one)
    {
        foreach (var entry in _pending)
        {
            if (!one.Has(entry.Number) && Fits(one, entry))
            {
                one = one.With(one.State, entry.Number);
            }
        }

        return one;
    }

    // Whether the answer is right now and changes nothing.
    private bool Fits(Configuration<TState> one, Entry entry) => !entry.IsOptional && Step(one, entry).Any(state => state.Equals(one.State));

    private IEnumerable<TState> Step(Configuration<TState> from, Entry entry)
    {
        _steps++;
        return entry.NotAfter is { } effect && (from.Has(effect.Number) || _returned.Contains(effect.Number)) ? [] : specification.Step(from.State, entry, _now);
    }

    // Of the states that are left the one in which nothing optional has happened tells most.
    private int Weight(Configuration<TState> one, Entry entry) => _pending.Count(other => other.IsOptional && one.Has(other.Number)) + (one.Has(entry.Number) ? 1 : 0);

    private IReadOnlyList<string> Around(Entry entry, Func<Entry, string> show)
    {
        var before = entries.Where(other => _returned.Contains(other.Number)).OrderByDescending(other => other.Deadline).Take(6);
        var beside = _pending.Where(other => other != entry).OrderByDescending(other => other.CalledAt).Take(8);
        return [.. before.Concat(beside).Append(entry).OrderBy(other => other.CalledAt).Select(other => (other == entry ? "> " : "  ") + show(other))];
    }
}
