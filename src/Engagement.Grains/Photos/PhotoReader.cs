using Engagement.Contracts;
using Engagement.Grains.Moderation;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Photos;

/// <summary>Plain reads of photos' records.</summary>
public sealed class PhotoReader(StoreConnection store, Cell cell, RecordFormat format)
{
    private const int Looked = 50; // in one band; of pictures with the same sixteen bits the first are enough for a reviewer

    /// <summary>The record of a photo that is kept; null for any other.</summary>
    public async Task<PhotoState?> Read(string? hash) =>
        PhotoHash.IsOne(hash) && (byte[]?)await store.Database.StringGetAsync(cell.Record(PhotoState.Kind, hash!)) is { } record
            && format.Read<PhotoState>(record) is { IsKept: true } photo ? photo : null;

    /// <summary>Photos that a person brought and that are kept, oldest first.</summary>
    public async Task<IReadOnlyList<string>> Of(ParticipantId person) =>
        [.. (await store.Database.SortedSetRangeByRankAsync(cell.Key(PhotoEffects.Of(person)))).Select(member => member.ToString())];

    /// <summary>Photos that WeChat's check left to a person, oldest first, and how many there are.</summary>
    public async Task<(IReadOnlyList<string> Page, long Total)> InReview(int skip, int take)
    {
        var total = store.Database.SortedSetLengthAsync(cell.Key(MediaRecord.Queue));
        return ([.. (await store.Database.SortedSetRangeByRankAsync(cell.Key(MediaRecord.Queue), skip, skip + take - 1)).Select(member => member.ToString())], await total);
    }

    /// <summary>Photos that look like this one, most alike first; not itself.</summary>
    public async Task<IReadOnlyList<string>> Like(string hash, int take)
    {
        if (await Read(hash) is not { Look: > 0 and var look })
        {
            return [];
        }

        var pages = await Task.WhenAll(PhotoLook.Near(look).Select(near =>
            store.Database.SortedSetRangeByValueAsync(cell.Key(PhotoEffects.Looks), near, near + "~", take: Looked)));
        return [.. pages.SelectMany(page => page).Select(member => PhotoLook.Read(member!))
            .Where(other => other.Hash != hash && PhotoLook.Distance(other.Look, look) <= PhotoLook.Alike)
            .DistinctBy(other => other.Hash).OrderBy(other => PhotoLook.Distance(other.Look, look)).ThenBy(other => other.Hash, StringComparer.Ordinal)
            .Take(take).Select(other => other.Hash)];
    }

    /// <summary>How many photos a person brought since then and has not given up.</summary>
    public Task<long> CountSince(ParticipantId person, DateTimeOffset since) =>
        store.Database.SortedSetLengthAsync(cell.Key(PhotoEffects.Of(person)), since.ToUnixTimeMilliseconds());
}
