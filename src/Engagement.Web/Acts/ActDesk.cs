using Engagement.Contracts;
using Engagement.Grains.Acts;
using Engagement.Web.Photos;

namespace Engagement.Web.Acts;

/// <summary>Takes in what a courier filled in.</summary>
/// <param name="Details">For the act; null when the photo was refused.</param>
/// <param name="PhotoFault">Key of the sentence that says why.</param>
/// <param name="Later">The same photo may be taken later: a draft waits on its phone.</param>
public readonly record struct ActFilled(ActDetails? Details, string? PhotoFault = null, bool Later = false);

/// <summary>From a form to an act's details: the photo goes through the intake, blank fields are none.</summary>
public sealed class ActDesk(PhotoIntake photos)
{
    /// <summary>Reads the form.</summary>
    public async Task<ActFilled> Take(ActForm form, ParticipantId by, CancellationToken cancel)
    {
        string? hash = null;
        if (form.Photo is { Length: > 0 } file)
        {
            await using var stream = file.OpenReadStream();
            var taken = await photos.Take(stream, by, cancel);
            if (taken.Hash is null)
            {
                return new(null, taken.Sentence, taken.Refusal is PhotoRefusal.Busy or PhotoRefusal.Paused);
            }

            hash = taken.Hash;
        }

        return new(new(Filled(form.Place), hash, Filled(form.Note)));
    }

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
