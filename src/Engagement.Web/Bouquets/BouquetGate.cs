using System.Collections.Concurrent;
using System.Collections.Frozen;
using Engagement.Contracts;
using Engagement.Grains.Bouquets;
using Engagement.Grains.Storage;
using Engagement.Web.Problems;

namespace Engagement.Web.Bouquets;

/// <summary>
/// The way to a bouquet's shares. Once all are stored as taken nothing about them changes any more, so each process refuses whoever
/// comes too late by itself: ten thousand people at one bouquet are no load for its one grain. Winners are let through to
/// their first answer.
/// </summary>
public sealed class BouquetGate(Calls calls, BouquetReader bouquets, CellKeys keys)
{
    /// <summary>Bouquets remembered, each with 500 winners at most: 16 MB; then it begins anew.</summary>
    private const int Most = 1_000;

    private readonly ConcurrentDictionary<BouquetId, FrozenSet<ParticipantId>> _winners = new();
    private readonly ConcurrentDictionary<BouquetId, bool> _looking = new();

    /// <summary>Takes a share. Safe to retry with the same command.</summary>
    public async Task<ShareReceipt> Claim(BouquetId bouquet, CommandId command, ClaimRose claim)
    {
        if (_winners.TryGetValue(bouquet, out var winners) && !winners.Contains(claim.By))
        {
            return ShareReceipt.Refused(keys.IsLinkSecret(bouquet.Value, 1, claim.Secret) ? Outcome.BouquetEmpty : Outcome.NotFound);
        }

        var receipt = await calls.Bouquet(bouquet, grain => grain.Claim(command, claim));
        if (receipt.Outcome == Outcome.BouquetEmpty && winners is null && _looking.TryAdd(bouquet, true))
        {
            await Look(bouquet);
        }

        return receipt;
    }

    // The store is asked, not believed: a person who is blocked is told the same while shares are left.
    private async Task Look(BouquetId id)
    {
        try
        {
            if (await bouquets.Read(id) is { SharesLeft: 0 } over)
            {
                if (_winners.Count >= Most)
                {
                    _winners.Clear();
                }

                _winners[id] = over.Taken.Select(share => share.By).ToFrozenSet();
            }
        }
        finally
        {
            _looking.TryRemove(id, out _);
        }
    }
}
