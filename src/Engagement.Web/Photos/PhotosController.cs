using Engagement.Contracts;
using Engagement.Grains.Acts;
using Engagement.Grains.Moderation;
using Engagement.Grains.Participants;
using Engagement.Grains.Photos;
using Engagement.Web.Sessions;
using Microsoft.AspNetCore.Mvc;

namespace Engagement.Web.Photos;

/// <summary>
/// Photos for whoever may see them: the person who brought one, and reviewers once it was checked. Everybody else gets the same
/// answer as for a photo that never was.
/// </summary>
[ApiExplorerSettings(IgnoreApi = true)]
public sealed class PhotosController(PhotoReader photos, IPhotoStore store, IMediaChecks checks, PersonReader people, ActReader acts, PhotoAddress address) : ControllerBase
{
    private const int MostActs = 64;

    /// <summary>As large as it is kept.</summary>
    [HttpGet("/photos/{hash}")]
    public async Task<IActionResult> Full(string hash) => await MaySee(hash) ? await Picture(hash, PhotoSize.Full) : NotFound();

    /// <summary>The small one.</summary>
    [HttpGet("/photos/{hash}/small")]
    public async Task<IActionResult> Small(string hash) => await MaySee(hash) ? await Picture(hash, PhotoSize.Small) : NotFound();

    /// <summary>For WeChat's check only: no session, but a key that dies after two hours.</summary>
    [HttpGet("/photos/{hash}/check")]
    public async Task<IActionResult> Check(string hash, long until, string? key) =>
        PhotoHash.IsOne(hash) && address.IsGood(hash, until, key) ? await Picture(hash, PhotoSize.Full) : NotFound();

    private async Task<bool> MaySee(string hash)
    {
        if (User.ParticipantId() is not { IsNone: false } me || await photos.Read(hash) is not { } photo || await people.Read(me) is not { IsOpen: true } person)
        {
            return false;
        }

        var state = await checks.Find(hash);
        return photo.IsOf(me) ? state != MediaState.Refused
            : state is MediaState.None or MediaState.Shown or MediaState.Review && await Reviews(person, hash, state);
    }

    // What WeChat left to a person any reviewer may look at; else those of a district where an act shows it.
    private async Task<bool> Reviews(ParticipantState person, string hash, MediaState state)
    {
        if (person.Operator || person.Roles?.Exists(grant => grant.Role == Role.Operator || grant is { Role: Role.Reviewer, Scope: "" }) == true)
        {
            return true;
        }

        var districts = person.Roles?.Where(grant => grant.Role == Role.Reviewer).Select(grant => grant.Scope).ToArray() ?? [];
        return districts.Length > 0 && (state == MediaState.Review || (await acts.WithPhoto(hash, MostActs)).Any(act => districts.Contains(act.District)));
    }

    private async Task<IActionResult> Picture(string hash, PhotoSize size)
    {
        if (await store.Get(hash, size) is not { } picture)
        {
            return NotFound();
        }

        Response.Headers.CacheControl = "private, max-age=300"; // the same name always means the same picture, but not for the same people
        Response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        Response.Headers.ContentDisposition = "inline";
        return File(picture, "image/jpeg"); // we drew it, so this is what it is
    }
}
