using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Photos;
using Engagement.Grains.Protection;
using Engagement.Web.Photos;

namespace Engagement.Web.Protection;

/// <summary>Photos and good-deed letters of one person, for their export.</summary>
public sealed class EvidenceExport(PhotoReader photos, ProtectionReader letters, DeedShelf shelf)
{
    private const int Page = 200;

    /// <summary>Photos, oldest first.</summary>
    public async Task<IReadOnlyList<ExportPhoto>> Photos(ParticipantId me)
    {
        var kept = await Task.WhenAll((await photos.Of(me)).Select(photos.Read));
        return [.. kept.OfType<PhotoState>().Select(photo => (photo, Mine: photo.Holds.Where(hold => hold.By == me).ToArray())).Where(kept => kept.Mine.Length > 0)
            .Select(kept => new ExportPhoto(kept.photo.Hash, PhotoAddress.Of(kept.photo.Hash), Moment(kept.Mine.Min(hold => hold.At)),
                [.. kept.Mine.Select(hold => hold.Use).Where(use => use.Length > 0)]))];
    }

    /// <summary>Letters, newest first.</summary>
    public async Task<IReadOnlyList<ExportLetter>> Letters(ParticipantId me)
    {
        var all = new List<ExportLetter>();
        for (var page = await letters.Of(me, 0, Page); page.Count > 0; page = await letters.Of(me, all.Count, Page))
        {
            foreach (var letter in page)
            {
                var deed = await shelf.View(letter);
                all.Add(new(deed.Id, deed.IssuedAt.ToOffset(ShanghaiDay.Offset), deed.Status.ToString(), deed.AnsweredAt?.ToOffset(ShanghaiDay.Offset),
                    deed.Refusal == ProtectionRefusal.None ? null : deed.Refusal.ToString(), deed.Claims, await letters.Open(letter)));
            }
        }

        return all;
    }

    private static DateTimeOffset Moment(long at) => DateTimeOffset.FromUnixTimeMilliseconds(at).ToOffset(ShanghaiDay.Offset);
}
