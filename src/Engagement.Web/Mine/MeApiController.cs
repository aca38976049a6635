using Engagement.Contracts;
using Engagement.Grains.Roses;
using Engagement.Web.Problems;
using Engagement.Web.Sessions;
using Engagement.Web.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Engagement.Web.Mine;

/// <summary>The signed-in person.</summary>
[Route("/api/v1/me"), SignedIn, EnableRateLimiting(RateLimits.Commands)]
public sealed class MeApiController(Calls calls, BoxReader boxes, RoseStages stages) : ApiController
{
    private const int Page = 20;

    /// <summary>Allowance and how many roses there are.</summary>
    [HttpGet]
    public async Task<IActionResult> Show()
    {
        var self = await calls.Participant(Me, me => me.Self());
        if (!self.Exists)
        {
            return Refuse(Outcome.SignInRequired);
        }

        var counts = await Task.WhenAll(boxes.Count(Me, Box.Held), boxes.Count(Me, Box.Sent), boxes.Count(Me, Box.Received));
        return Ok(new MeAnswer(Me.ToString(), new(self.PerDay, self.Remaining, self.ResetsAt), counts[0], counts[1], counts[2]));
    }

    /// <summary>A page of one box, newest first.</summary>
    [HttpGet("roses")]
    public async Task<IActionResult> Roses(string box = "held", string? cursor = null)
    {
        if (!InputRules.IsName<Box>(box, out var which))
        {
            return Refuse(Outcome.Invalid, "box", "must be held, sent, received or inbox");
        }

        return await boxes.Read(Me, which, cursor, Page) is { } page
            ? Ok(new BoxAnswer([.. page.Roses.Select(entry => new BoxRose(
                entry.Rose.Id.ToString(), stages.Of(entry.Rose).ToString(), entry.At, entry.Rose.Hops, ReasonOf(entry.Rose)))], page.Next))
            : Refuse(Outcome.Invalid, "cursor", "is none of ours");
    }

    /// <summary>Joins an organisation by its code; a company's code is for /api/v1/me/courier.</summary>
    [HttpPost("affiliations")]
    public async Task<IActionResult> Join(JoinRequest request) =>
        !Reads(request.CommandId, out var command, out var refusal) ? refusal
        : request.Code is not { Length: > 0 and <= 32 } code ? Refuse(Outcome.Invalid, "code", "is required")
        : Answer(await calls.Participant(Me, me => me.Join(command, code)));

    /// <summary>Says where I live: a district's code, a town's or street's, or an empty one for nowhere.</summary>
    [HttpPost("place")]
    public async Task<IActionResult> Live(PlaceRequest request) =>
        !Reads(request.CommandId, out var command, out var refusal) ? refusal
        : request.Place is not { Length: <= 32 } place ? Refuse(Outcome.Invalid, "place", "is required, empty for nowhere")
        : Answer(await calls.Participant(Me, me => me.Choose(command, PlaceController.Change(place))));

    private static string? ReasonOf(RoseState rose) => (rose.Offer?.Letter ?? rose.Latest?.Letter)?.Reason;

    /// <summary>Who I am and what I have today.</summary>
    public sealed record MeAnswer(string ParticipantId, AllowanceAnswer Allowance, long Held, long Sent, long Received);

    /// <summary>Today's allowance; it resets at midnight in Shanghai.</summary>
    public sealed record AllowanceAnswer(int PerDay, int Remaining, DateTimeOffset ResetsAt);

    /// <summary>A page of a box.</summary>
    public sealed record BoxAnswer(IReadOnlyList<BoxRose> Roses, string? Next);

    /// <summary>A rose in a box.</summary>
    public sealed record BoxRose(string RoseId, string State, DateTimeOffset At, int Hops, string? Reason);

    /// <summary>A code of the district list, such as 440703 or 440703001.</summary>
    public sealed record PlaceRequest(string? CommandId, string? Place);

    /// <summary>A join code.</summary>
    public sealed record JoinRequest(string? CommandId, string? Code);
}
