using Engagement.Contracts;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Roses;

/// <summary>Finds one hop of a rose, however long its chain: numbers, instants and offers of hops only grow.</summary>
public sealed class HopFinder(StoreConnection store, RoseReader roses, Cell cell)
{
    /// <summary>The newest hop in which <paramref name="person"/> took the rose; null for none.</summary>
    public async Task<Hop?> TakenBy(RoseState rose, ParticipantId person) =>
        rose.Latest is { } latest && latest.To == person ? latest
        : await store.Database.SortedSetScoreAsync(cell.Key(RoseEffects.Received(person)), RoseEffects.Member(rose.Id)) is { } at
            && await At(rose, (long)at) is { } hop && hop.To == person ? hop
        : null;

    /// <summary>The newest hop in which <paramref name="person"/> gave the rose away; null for none.</summary>
    public async Task<Hop?> GivenBy(RoseState rose, ParticipantId person)
    {
        if (rose.Latest is { } latest && latest.From == person)
        {
            return latest;
        }

        // The sender's entry is of the birth unless they gave it again; everybody else's is of the passing itself.
        var at = await store.Database.SortedSetScoreAsync(cell.Key(RoseEffects.Sent(person)), RoseEffects.Member(rose.Id));
        var hop = at is null ? null
            : (long)at == rose.BornAt && rose.Sender == person ? rose.Hops > 1 ? (await roses.OlderHops(rose.Id, 1, 1)).SingleOrDefault() : null
            : await At(rose, (long)at);
        return hop?.From == person ? hop : null;
    }

    /// <summary>The hop of this instant, Unix milliseconds, as boxes store it; null for none.</summary>
    public Task<Hop?> At(RoseState rose, long at) => Find(rose, hop => hop.At, at);

    /// <summary>The hop that took this offer; null for none.</summary>
    public Task<Hop?> OfOffer(RoseState rose, int offer) => Find(rose, hop => hop.Offer, offer);

    private async Task<Hop?> Find(RoseState rose, Func<Hop, long> place, long wanted)
    {
        if (rose.Latest is not { } latest || place(latest) <= wanted)
        {
            return rose.Latest is { } last && place(last) == wanted ? last : null;
        }

        var (low, high) = (1, rose.Hops - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var hop = (await roses.OlderHops(rose.Id, middle, 1)).SingleOrDefault();
            if (hop is null || place(hop) == wanted)
            {
                return hop;
            }

            (low, high) = place(hop) < wanted ? (middle + 1, high) : (low, middle - 1);
        }

        return null;
    }
}
