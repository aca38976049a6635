using Engagement.Contracts;
using Engagement.Grains.Notices;
using Engagement.Web.Problems;
using Engagement.Web.Sessions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Engagement.Web.Notices;

/// <summary>The inbox of the signed-in person, for the mini program.</summary>
[Route("/api/v1/me/notices"), SignedIn, EnableRateLimiting(RateLimits.Commands)]
public sealed class NoticesApiController(Calls calls, NoticeReader reader) : ApiController
{
    private static readonly long Latest = new DateTimeOffset(2200, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();

    /// <summary>The latest notices, newest first, at most 100.</summary>
    [HttpGet]
    public async Task<IActionResult> Show() => await reader.Read(Me) is { } inbox
        ? Ok(new NoticesAnswer(inbox.Unread, inbox.Notices.Count == 0 ? 0 : inbox.Notices[0].At.ToUnixTimeMilliseconds(),
            [.. inbox.Notices.Select(notice => new NoticeAnswer(notice.Kind.ToString(), notice.At, notice.Rose.IsNone ? null : notice.Rose.ToString(),
                notice.Bouquet.IsNone ? null : notice.Bouquet.ToString(), notice.Number == 0 ? null : notice.Number, notice.At > inbox.ReadUpTo))]))
        : Refuse(Outcome.SignInRequired);

    /// <summary>Marks notices as read up to <c>upTo</c>; safe to repeat, and it never goes back.</summary>
    [HttpPost("read")]
    public async Task<IActionResult> Read(ReadRequest request) =>
        request.UpTo is not { } upTo || !IsInstant(upTo) ? Refuse(Outcome.Invalid, "upTo", "must be Unix milliseconds, as the list gives them")
        : Answer(await calls.Participant(Me, me => me.ReadNotices(DateTimeOffset.FromUnixTimeMilliseconds(upTo))));

    /// <summary>Whether a number can be an instant of a campaign.</summary>
    internal static bool IsInstant(long milliseconds) => milliseconds >= 0 && milliseconds < Latest;

    /// <summary>The inbox.</summary>
    /// <param name="Unread">How many are not read.</param>
    /// <param name="UpTo">What to send to mark these, and nothing newer, as read.</param>
    /// <param name="Notices">Newest first.</param>
    public sealed record NoticesAnswer(int Unread, long UpTo, IReadOnlyList<NoticeAnswer> Notices);

    /// <summary>One notice.</summary>
    public sealed record NoticeAnswer(string Kind, DateTimeOffset At, string? RoseId, string? BouquetId, long? Roses, bool Unread);

    /// <summary>Up to where, Unix milliseconds.</summary>
    public sealed record ReadRequest(long? UpTo);
}
