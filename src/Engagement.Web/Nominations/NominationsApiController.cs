using Engagement.Contracts;
using Engagement.Web.Problems;
using Engagement.Web.Sessions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Engagement.Web.Nominations;

/// <summary>Public thanks for the mini-program.</summary>
[Route("/api/v1/nominations/{code}")]
public sealed class NominationsApiController(Calls calls, NominationBook book) : ApiController
{
    /// <summary>What a code shows.</summary>
    [HttpGet, EnableRateLimiting(RateLimits.Entry)]
    public async Task<IActionResult> Show(string code) =>
        await book.Find(code) is var (page, _) ? Ok(new CodeAnswer(page.Code, page.Company, page.People, page.Accepted)) : Refuse(Outcome.NotFound);

    /// <summary>Says thanks with ready-made words.</summary>
    [HttpPost, SignedIn, EnableRateLimiting(RateLimits.Commands)]
    public async Task<IActionResult> Thank(string code, ThankRequest request)
    {
        if (!Reads(request.CommandId, out var command, out var refusal))
        {
            return refusal;
        }

        return await book.Find(code) is var (_, courier)
            ? Answer(await calls.Participant(Me, me => me.Nominate(command, courier, request.Reason ?? "", request.Preset ?? "")))
            : Refuse(Outcome.NotFound);
    }

    /// <summary>Thanks to be said.</summary>
    public sealed record ThankRequest(string? CommandId, string? Reason, string? Preset);

    /// <summary>A code.</summary>
    public sealed record CodeAnswer(string Code, string? Company, int People, IReadOnlyList<string> Accepted);
}
