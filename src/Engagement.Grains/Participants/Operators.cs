using Engagement.Contracts;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Participants;

/// <summary>Who runs the campaign: what needs two pairs of eyes asks whether there are two.</summary>
public sealed class Operators(StoreConnection store, Cell cell)
{
    /// <summary>Whether there is an operator besides this one.</summary>
    public async Task<bool> HasOther(ParticipantId one)
    {
        var members = await store.Database.SortedSetRangeByRankAsync(cell.Key(ParticipantEffects.Operators), 0, 1);
        return members.Any(member => member != ParticipantEffects.Member(one));
    }
}
