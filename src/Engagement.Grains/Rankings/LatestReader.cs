using Engagement.Contracts;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Rankings;

/// <summary>The newest passing of the city, without anybody's name.</summary>
/// <param name="District">District code of who gave, as it was then; null when not chosen, or given without a name.</param>
/// <param name="Number">The how-manieth passing of its rose, from 1.</param>
/// <param name="At">When it happened.</param>
public sealed record LatestPassing(string? District, int Number, DateTimeOffset At)
{
    /// <summary>Id of the reason.</summary>
    public string Reason { get; init; } = "";
}

/// <summary>Plain reads of the feed of claimed roses. The feed is a cache of ids: what it shows comes from the records.</summary>
public sealed class LatestReader(StoreConnection store, Cell cell, RoseReader roses)
{
    private const int Looked = 20; // a run of more voided roses than this shows nothing

    /// <summary>The newest passing of a rose that is not voided; null when there is none among the newest of the feed.</summary>
    public async Task<LatestPassing?> Read() => (await Newest(1)).FirstOrDefault();

    /// <summary>The newest passings, each of another rose, newest first; voided roses are left out.</summary>
    /// <param name="take">At most so many.</param>
    public async Task<IReadOnlyList<LatestPassing>> Newest(int take)
    {
        var members = await store.Database.ListRangeAsync(cell.Key(RoseEffects.Latest), 0, Looked - 1);
        var newest = await roses.Read([.. members.Distinct().Select(member => new RoseId(OpaqueId.FromBytes((byte[])member!)))]);
        return [.. newest.Where(rose => rose is { Status: not RoseStatus.Voided, Latest: not null }).Take(take).Select(rose => Of(rose!.Latest!))];
    }

    private static LatestPassing Of(Hop hop) =>
        new(hop.Letter.Anonymous ? null : hop.Giver.District, hop.Number, DateTimeOffset.FromUnixTimeMilliseconds(hop.At)) { Reason = hop.Letter.Reason };
}
