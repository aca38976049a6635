using Engagement.Grains.Storage;

namespace Engagement.Grains.Recounting;

/// <summary>What the store should hold besides the records: the sum of what each record stands for.</summary>
internal sealed class Expected(Guards guards)
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
                var field = Members.Text(count.Field);
                fields[field] = fields.GetValueOrDefault(field) + count.N;
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
        var member = Members.Text(rank.Member);
        board[member] = board.GetValueOrDefault(member).Plus(n, rank.Second);
    }

    private static Dictionary<string, T> Of<T>(Dictionary<string, Dictionary<string, T>> all, string key) =>
        all.TryGetValue(key, out var found) ? found : all[key] = [];
}
