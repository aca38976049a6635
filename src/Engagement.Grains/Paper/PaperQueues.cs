using Engagement.Contracts;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Paper;

/// <summary>Plain reads of the paper roses that wait for an operator, oldest first.</summary>
public sealed class PaperQueues(StoreConnection store, RoseReader roses, Cell cell)
{
    /// <summary>Frozen ones.</summary>
    public async Task<IReadOnlyList<RoseState>> Frozen(int take) => [.. (await Read(PaperEffects.Frozen, take)).Where(rose => rose.Paper is { FrozenAt: > 0 })];

    /// <summary>Those with scans that came too late.</summary>
    public async Task<IReadOnlyList<RoseState>> Late(int take) => [.. (await Read(PaperEffects.Late, take)).Where(rose => rose.Paper?.Late is { Count: > 0 })];

    private async Task<IEnumerable<RoseState>> Read(string queue, int take)
    {
        var members = await store.Database.SortedSetRangeByRankAsync(cell.Key(queue), 0, take - 1);
        return (await roses.Read([.. members.Select(member => new RoseId(OpaqueId.FromBytes((byte[])member!)))])).OfType<RoseState>();
    }
}
