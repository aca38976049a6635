using Engagement.Contracts;
using Engagement.Web.Photos;
using Engagement.Web.Problems;
using Engagement.Web.Resources;
using Engagement.Web.Sessions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;

namespace Engagement.Web.Acts;

/// <summary>Logging civic acts: also how drafts that lay on a phone send themselves.</summary>
[Route("/api/v1/courier/acts"), SignedIn, EnableRateLimiting(RateLimits.Commands)]
public sealed class ActsApiController(Calls calls, ActDesk desk, ActShelf shelf, IStringLocalizer<Texts> texts) : ApiController
{
    private const int Most = 100;

    /// <summary>
    /// Logs an act, as a form with the fields commandId, kind, and if wanted place, note and photo. The command id's own instant is when
    /// the act was noted down. A repeat answers with the same act.
    /// </summary>
    [HttpPost, RequestSizeLimit(PhotoLimits.Request)]
    public async Task<IActionResult> Log([FromForm] string? commandId, [FromForm] ActForm form, CancellationToken cancel)
    {
        if (!Reads(commandId, out var command, out var refusal))
        {
            return refusal;
        }

        if (string.IsNullOrEmpty(form.Kind))
        {
            return Refuse(Outcome.Invalid, "kind", "is required");
        }

        var filled = await desk.Take(form, Me, cancel);
        if (filled.Details is not { } details)
        {
            return Refuse(filled.Later ? Outcome.Busy : Outcome.Invalid, "photo", texts[filled.PhotoFault!]); // a sentence: the courier reads it beside the draft
        }

        var receipt = await calls.Courier(Me, me => me.Log(command, new(form.Kind, details)));
        return receipt.Outcome == Outcome.Done
            ? Created($"/courier/acts/{receipt.Act}", new LoggedAnswer(receipt.Act.ToString(), receipt.Left))
            : Refuse(receipt.Outcome, receipt.Field);
    }

    /// <summary>The latest hundred, newest first.</summary>
    [HttpGet]
    public async Task<IActionResult> Latest() => Ok((await shelf.Rows(Me, 0, Most)).Select(row => new ActAnswer(row.Id, row.Title, row.At, row.Review.ToString(), row.Confirmed)));

    /// <summary>An act that was logged, and how many may follow for its day.</summary>
    public sealed record LoggedAnswer(string ActId, int Left);

    /// <summary>An act.</summary>
    public sealed record ActAnswer(string ActId, string Title, DateTimeOffset At, string Review, bool Confirmed);
}
