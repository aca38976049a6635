using Engagement.Contracts;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;
using StackExchange.Redis;

namespace Engagement.Rig.Serve.Stock;

/// <summary>
/// What follows from a change, sent to Redis after the grain's own write: the same keys as the product's, plain commands.
/// Commands that need no answer from each other are sent at once.
/// </summary>
public sealed class BoardUpdates(StoreConnection store, Cell cell)
{
    /// <summary>Carries the effects out; whether the guard among them took.</summary>
    internal async Task<bool> Apply(IReadOnlyList<Effect> effects)
    {
        var (took, sent) = (false, new List<Task>());
        foreach (var effect in effects)
        {
            if (effect is not Once)
            {
                Send(effect, sent);
            }
        }

        foreach (var once in effects.OfType<Once>())
        {
            took |= await Guard(once, sent);
        }

        await Task.WhenAll(sent);
        return took;
    }

    /// <summary>Whether a hop is the counted one of its pair and day.</summary>
    internal async Task<bool> IsCounted(RoseId rose, Hop hop) =>
        await store.Database.HashGetAsync(cell.Key(hop.PairGuard), hop.PairMember) == hop.Owner(rose);

    private async Task<bool> Guard(Once once, List<Task> sent)
    {
        var (database, guard) = (store.Database, cell.Key(once.Guard));
        if (!await database.HashSetAsync(guard, once.Member, once.Owner, When.NotExists))
        {
            return false;
        }

        if (once.Limit is { } limit && await database.HashIncrementAsync(cell.Key(limit), once.LimitField) > once.Max)
        {
            await Task.WhenAll(database.HashDecrementAsync(cell.Key(limit), once.LimitField), database.HashDeleteAsync(guard, once.Member));
            return false;
        }

        foreach (var effect in once.Then.Where(effect => effect is not Count count || count.Counter != once.Limit))
        {
            Send(effect, sent);
        }

        return true;
    }

    private void Send(Effect effect, List<Task> sent)
    {
        var database = store.Database;
        switch (effect)
        {
            case Rank rank:
                sent.Add(database.SortedSetIncrementAsync(cell.Key(rank.Board), rank.Member, rank.N));
                break;
            case Count count:
                sent.Add(database.HashIncrementAsync(cell.Key(count.Counter), count.Field, count.N));
                break;
            case Index index:
                sent.Add(database.SortedSetAddAsync(cell.Key(index.Set), index.Member, index.Score));
                break;
            case Unindex unindex:
                sent.Add(database.SortedSetRemoveAsync(cell.Key(unindex.Set), unindex.Member));
                break;
            case Feed feed:
                sent.Add(database.ListLeftPushAsync(cell.Key(feed.List), feed.Id));
                sent.Add(database.ListTrimAsync(cell.Key(feed.List), 0, feed.Cap - 1));
                break;
            case Birth:
                break; // the rose's grain has written it
            default:
                throw new NotSupportedException($"{effect.GetType().Name} does not follow from a send or a first claim.");
        }
    }
}
