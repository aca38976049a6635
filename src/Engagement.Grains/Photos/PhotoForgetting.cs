using Engagement.Contracts;
using Engagement.Grains.Participants;

namespace Engagement.Grains.Photos;

/// <summary>Gives up every photo that a person brought.</summary>
public sealed class PhotoForgetting(PhotoReader photos, CellGrains grains) : IForgetting
{
    /// <inheritdoc/>
    public async Task Forget(ParticipantId person)
    {
        foreach (var hash in await photos.Of(person))
        {
            await grains.Photo(hash).Forget(person);
        }
    }
}
