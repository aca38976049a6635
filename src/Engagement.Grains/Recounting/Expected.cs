using Engagement.Grains.Storage;

namespace Engagement.Grains.Recounting;

/// <summary>What the store should hold besides the records: the sum of what each record stands for.</summary>
/// <param name="guards">The stored guards.</param>
/// <param name="sums">Takes the entries of indexes instead of <see cref="Indexes"/>; null to keep them.</param>
/// <param name="only">The indexes whose entries are kept; null for all.</param>
internal sealed class Expected(Guards guards, IndexSums? sums = null, Func<string, bool>? only = null)
{
    public Dictionary<string, Dictionary<string, long>> Counters { get; } = [];

    public Dictionary<string, Dictionary<string, Score>> Boards { get; } = [];

    public Dictionary<string, Dictionary<string, long>> Indexes { get; } = [];

    /// <summary>Adds a record.</summary>
    public void Add(LedgerState state)
    {
        guards.NextRecord();
        foreach (var effect in state.Derived())
        {
            Apply(effect);
        }

        sums?.EndRecord();
        foreach (var once in state.Former())
        {
            guards.Freed(once);
            foreach (var rank in once.Then.OfType<Rank>())
            {
                Move(rank, 0); // the count is gone, the instant of a tie stays (ledger.md 11)
            }
        }
    }

    private void Apply(Effect effect)
    {
        switch (effect)
        {
            case Count count:
                var fields = Of(Counters, count.Counter);
                var field = guards.Texts.Of(count.Field);
                fields[field] = fields.GetValueOrDefault(field) + count.N;
                break;
            case Index index when sums is not null:
                sums.Expect(index);
                break;
            case Index index when only?.Invoke(index.Set) == false:
                break;
            case Index index:
                Of(Indexes, index.Set)[Members.Text(index.Member)] = index.Score;
                break;
            case Rank rank:
                Move(rank, rank.N);
                break;
            case Once once when guards.Owns(once):
                foreach (var inner in once.Then)
                {
                    Apply(inner);
                }

                break;
            case Once:
                break;
            default:
                throw new InvalidOperationException($"{effect.GetType().Name} is no entry that a record stands for.");
        }
    }

    private void Move(Rank rank, int n)
    {
        var board = Of(Boards, rank.Board);
        var member = guards.Texts.Of(rank.Member);
        board[member] = board.GetValueOrDefault(member).Plus(n, rank.Second);
    }

    private static Dictionary<string, T> Of<T>(Dictionary<string, Dictionary<string, T>> all, string key) =>
        all.TryGetValue(key, out var found) ? found : all[key] = [];
}
