using Engagement.Contracts;
using Engagement.Grains;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Moderation;
using Engagement.Grains.Photos;
using Microsoft.Extensions.Options;

namespace Engagement.Web.Photos;

/// <summary>
/// The one door for photos: what arrives is judged by its bytes before it is decoded, drawn anew, and stored without anything
/// that the camera wrote about place, time or phone. At most two are decoded at a time in a process.
/// </summary>
public sealed class PhotoIntake(CellGrains grains, PhotoReader photos, IMediaChecks checks, PhotoAddress address, CampaignSettings settings, IOptions<PhotoOptions> options)
    : IDisposable
{
    private static readonly TimeSpan Queue = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _hands = new(PhotoLimits.AtOnce);

    /// <summary>
    /// Takes a file of a person. It is deleted again when no record shows it within a day (<see cref="PhotoEffects.Keep"/>), and
    /// seen by nobody else before it was checked. Safe to repeat.
    /// </summary>
    /// <exception cref="LedgerException">Durability unknown; repeat.</exception>
    public async Task<PhotoTaken> Take(Stream file, ParticipantId by, CancellationToken cancel = default)
    {
        if (settings.Control.IsOff(ControlField.Photos))
        {
            return new(null, PhotoRefusal.Paused); // not even decoded
        }

        if (await photos.CountSince(by, settings.Clock.UtcNow.AddDays(-1)) >= options.Value.PerDay)
        {
            return new(null, PhotoRefusal.TooMany);
        }

        if (!await _hands.WaitAsync(Queue, cancel))
        {
            return new(null, PhotoRefusal.Busy);
        }

        DevelopedPhoto? photo;
        try
        {
            var header = PhotoHeader.Read(await ReadAll(file, cancel));
            if (header.Refusal != PhotoRefusal.None)
            {
                return new(null, header.Refusal);
            }

            photo = await Task.Run(() => PhotoDarkroom.Develop(header), CancellationToken.None);
        }
        finally
        {
            _hands.Release();
        }

        return photo is null ? new(null, PhotoRefusal.Broken) : await Keep(photo, by);
    }

    /// <inheritdoc/>
    public void Dispose() => _hands.Dispose();

    private async Task<PhotoTaken> Keep(DevelopedPhoto photo, ParticipantId by)
    {
        var hash = PhotoHash.Of(photo.Full);
        if (await checks.Find(hash) == MediaState.Refused)
        {
            return new(null, PhotoRefusal.Refused);
        }

        var brought = await grains.Photo(hash).Bring(new(by, photo.Full, photo.Small, photo.Look));
        if (brought != Outcome.Done)
        {
            return new(null, brought == Outcome.SwitchedOff ? PhotoRefusal.Paused : PhotoRefusal.TooMany);
        }

        if (address.ForWeChat(hash) is { } url)
        {
            await checks.Submit(new(hash, url, MediaKind.Picture, by));
        }

        return new(hash);
    }

    // One byte more than allowed is enough to know.
    private static async Task<ReadOnlyMemory<byte>> ReadAll(Stream file, CancellationToken cancel)
    {
        var bytes = new MemoryStream();
        var buffer = new byte[81_920];
        for (int read; bytes.Length <= PhotoLimits.Bytes && (read = await file.ReadAsync(buffer, cancel)) > 0;)
        {
            bytes.Write(buffer, 0, read);
        }

        return bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
    }
}
