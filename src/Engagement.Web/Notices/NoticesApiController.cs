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
    private const int MostAnswers = 20;

    // wx.requestSubscribeMessage; filter means that WeChat asked for another template of the same title instead.
    private static readonly HashSet<string?> Statuses = ["accept", "acceptWithAudio", "acceptWithAlert", "reject", "ban", "filter"];

    private static readonly long Latest = new DateTimeOffset(2200, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();

    /// <summary>The latest notices, newest first, at most 100.</summary>
    [HttpGet]
    public async Task<IActionResult> Show() => await reader.Read(Me) is { } inbox
        ? Ok(new NoticesAnswer(inbox.Unread, inbox.Notices.Count == 0 ? 0 : inbox.Notices[0].At.ToUnixTimeMilliseconds(),
            [.. inbox.Notices.Select(notice => new NoticeAnswer(notice.Kind.ToString(), notice.At, notice.Rose.IsNone ? null : notice.Rose.ToString(),
                notice.Bouquet.IsNone ? null : notice.Bouquet.ToString(), notice.Number == 0 ? null : notice.Number, notice.At > inbox.ReadUpTo, notice.Act.IsNone ? null : notice.Act.ToString()))]))
        : Refuse(Outcome.SignInRequired);

    /// <summary>Marks notices as read up to <c>upTo</c>; safe to repeat, and it never goes back.</summary>
    [HttpPost("read")]
    public async Task<IActionResult> Read(ReadRequest request) =>
        request.UpTo is not { } upTo || !IsInstant(upTo) ? Refuse(Outcome.Invalid, "upTo", "must be Unix milliseconds, as the list gives them")
        : Answer(await calls.Participant(Me, me => me.ReadNotices(DateTimeOffset.FromUnixTimeMilliseconds(upTo))));

    /// <summary>
    /// What the person answered to <c>wx.requestSubscribeMessage</c>: each acceptance of a one-time template is one message. The same command counts once;
    /// without an openid of the mini program (a session of another client, or an old one) the answer is to sign in there first.
    /// </summary>
    [HttpPost("answers")]
    public async Task<IActionResult> Answers(AnswersRequest request)
    {
        if (!Reads(request.CommandId, out var command, out var refusal))
        {
            return refusal;
        }

        if (request.Answers is not { Count: >= 1 and <= MostAnswers } answers || answers.Any(answer => answer.Key.Length is < 1 or > 128 || !Statuses.Contains(answer.Value)))
        {
            return Refuse(Outcome.Invalid, "answers", "must be 1 to 20 template ids with accept, reject, ban or filter, as WeChat gave them");
        }

        SubscriptionAnswer[] told = [.. answers.Where(answer => answer.Value != "filter").Select(answer => new SubscriptionAnswer(answer.Key, answer.Value is not ("reject" or "ban")))];
        return await calls.Notices(Me, notices => notices.AnsweredInMiniProgram(command.ToString(), told)) ? Answer(new Receipt(Outcome.Done)) : Refuse(Outcome.SignInRequired);
    }

    /// <summary>Whether a number can be an instant of a campaign.</summary>
    internal static bool IsInstant(long milliseconds) => milliseconds >= 0 && milliseconds < Latest;

    /// <summary>The inbox.</summary>
    /// <param name="Unread">How many are not read.</param>
    /// <param name="UpTo">What to send to mark these, and nothing newer, as read.</param>
    /// <param name="Notices">Newest first.</param>
    public sealed record NoticesAnswer(int Unread, long UpTo, IReadOnlyList<NoticeAnswer> Notices);

    /// <summary>One notice.</summary>
    public sealed record NoticeAnswer(string Kind, DateTimeOffset At, string? RoseId, string? BouquetId, long? Roses, bool Unread, string? ActId);

    /// <summary>Up to where, Unix milliseconds.</summary>
    public sealed record ReadRequest(long? UpTo);

    /// <summary>Answers by template id.</summary>
    public sealed record AnswersRequest(string? CommandId, IReadOnlyDictionary<string, string?>? Answers);
}
