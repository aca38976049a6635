using Engagement.Contracts;
using Engagement.Grains.Photos;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Certificates;

/// <summary>Plain reads of what organisations put under their certificates.</summary>
public sealed class CertifierReader(StoreConnection store, RecordFormat format, Cell cell, IMediaChecks checks, IPhotoStore photos)
{
    /// <summary>The record; null when the organisation has said nothing yet.</summary>
    public async Task<CertifierState?> Read(string organisation)
    {
        byte[]? record = await store.Database.StringGetAsync(cell.Record(CertifierState.Kind, organisation));
        return record is null ? null : format.Read<CertifierState>(record);
    }

    /// <summary>The seal's picture; null for none, and for one that was looked at and refused.</summary>
    public async Task<byte[]?> Seal(string organisation) =>
        (await Read(organisation))?.Seal is { } hash && await checks.Find(hash) != MediaState.Refused ? await photos.Get(hash, PhotoSize.Full) : null;
}
