using Engagement.Grains.Agenda;
using Engagement.Grains.Recounting;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;

namespace Engagement.Tests.Roses;

/// <summary>commit.lua in a few lines of C#: applies effects as they come, to compare with what the records stand for.</summary>
internal sealed class LedgerModel
{
    private readonly Dictionary<(string, string), string> _guards = [];
    private readonly Dictionary<(string, string), long> _counters = [];
    private readonly Dictionary<(string, string), Score> _boards = [];
    private readonly Dictionary<(string, string), long> _indexes = [];

    /// <summary>Records that were born.</summary>
    public List<LedgerState> Records { get; } = [];

    /// <summary>Hop lists.</summary>
    public Dictionary<string, List<Hop>> Lists { get; } = [];

    /// <summary>Whether a hop is its guard's owner.</summary>
    public Counted CountedOf(RoseState rose) => rose.Latest is not { } hop ? Counted.Unknown
        : _guards.GetValueOrDefault((hop.PairGuard, Members.Text(hop.PairMember))) == Members.Text(hop.Owner(rose.Id)) ? Counted.Yes : Counted.No;

    /// <summary>Whether a message waits.</summary>
    public IEnumerable<string> Messages => _indexes.Keys.Where(key => key.Item1 == RoseEffects.Agenda && key.Item2.StartsWith("restore:", StringComparison.Ordinal))
        .Select(key => key.Item2).ToArray();

    /// <summary>Messages between records, whatever they say, and when they are due.</summary>
    public IReadOnlyList<(string Entry, long Due)> Waiting => [.. _indexes.Where(entry => entry.Key.Item1 == RoseEffects.Agenda && AgendaEntry.IsMessage(entry.Key.Item2))
        .Select(entry => (entry.Key.Item2, entry.Value))];

    /// <summary>Commits what a record's turn added.</summary>
    public void Commit(LedgerState state)
    {
        foreach (var effect in state.Effects.ToArray())
        {
            Apply(effect);
        }

        state.Settle(state.Effects.Count);
        state.MarkWriting();
    }

    /// <summary>Every entry that is not what the records stand for.</summary>
    public List<Difference> Differences()
    {
        var guards = new Guards(receiptsPerDay: 2);
        foreach (var ((guard, member), owner) in _guards)
        {
            guards.Read(guard, new(Bytes(member), Bytes(owner)));
        }

        var expected = new Expected(guards);
        var found = new List<Difference>();
        foreach (var record in Records)
        {
            if (record is RoseState rose)
            {
                rose.Older = Lists.GetValueOrDefault(RoseEffects.Hops(rose.Id));
                found.AddRange(HopList.Check(rose, guards));
            }

            expected.Add(record);
        }

        var comparison = new Comparison(found);
        foreach (var key in _counters.Keys.Select(key => key.Item1).Distinct())
        {
            comparison.Counter(expected.Counters, key, [.. Of(_counters, key).Select(entry => new StackExchange.Redis.HashEntry(Bytes(entry.Member), entry.Value))]);
        }

        foreach (var key in _boards.Keys.Select(key => key.Item1).Distinct())
        {
            comparison.Board(expected.Boards, key, [.. Of(_boards, key).Select(entry => new StackExchange.Redis.SortedSetEntry(Bytes(entry.Member), entry.Value.Packed))]);
        }

        foreach (var key in _indexes.Keys.Select(key => key.Item1).Distinct())
        {
            comparison.Index(expected.Indexes, key, [.. Of(_indexes, key).Where(entry => key != RoseEffects.Agenda || !AgendaEntry.IsMessage(entry.Member))
                .Select(entry => new StackExchange.Redis.SortedSetEntry(Bytes(entry.Member), entry.Value))]);
        }

        comparison.Missing(expected);
        found.AddRange(guards.Differences());
        return found;
    }

    private void Apply(Effect effect)
    {
        switch (effect)
        {
            case Birth birth:
                Records.Add(birth.State);
                break;
            case Take take:
                Assert.True(_indexes.Remove((take.Set, Members.Text(take.Member))), $"{take.Member} was there to be taken");
                break;
            case Count count:
                var field = (count.Counter, Members.Text(count.Field));
                _counters[field] = _counters.GetValueOrDefault(field) + count.N;
                break;
            case Rank rank:
                var place = (rank.Board, Members.Text(rank.Member));
                _boards[place] = _boards.GetValueOrDefault(place).Plus(rank.N, rank.N > 0 ? rank.Second : 0);
                break;
            case Index index:
                _indexes[(index.Set, Members.Text(index.Member))] = index.Score;
                break;
            case Unindex unindex:
                _indexes.Remove((unindex.Set, Members.Text(unindex.Member)));
                break;
            case Append { Item: Hop hop } append:
                (Lists.TryGetValue(append.List, out var list) ? list : Lists[append.List] = []).Add(hop);
                break;
            case Once once:
                var free = once.Max == 0 || _counters.GetValueOrDefault((once.Limit!, Members.Text(once.LimitField))) < once.Max;
                if (free && _guards.TryAdd((once.Guard, Members.Text(once.Member)), Members.Text(once.Owner)))
                {
                    Array.ForEach(once.Then, Apply);
                }

                break;
            case Undo undo:
                var guard = (undo.Guard, Members.Text(undo.Member));
                if (_guards.GetValueOrDefault(guard) == Members.Text(undo.Owner))
                {
                    _guards.Remove(guard);
                    Array.ForEach(undo.Then, Apply);
                }

                break;
        }
    }

    private static IEnumerable<(string Member, T Value)> Of<T>(Dictionary<(string, string), T> all, string key) =>
        all.Where(entry => entry.Key.Item1 == key).Select(entry => (entry.Key.Item2, entry.Value));

    private static byte[] Bytes(string text) => System.Text.Encoding.Latin1.GetBytes(text);
}
