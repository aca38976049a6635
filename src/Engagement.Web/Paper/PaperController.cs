using Engagement.Contracts;
using Engagement.Grains.Paper;
using Engagement.Grains.Roses;
using Engagement.Web.Problems;
using Engagement.Web.Sessions;
using Engagement.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Engagement.Web.Paper;

/// <summary>Roses of paper: their way for anybody with a code, and the buttons of those who hold them. A GET never writes.</summary>
public sealed class PaperController(Calls calls, PaperScene scene, PaperCodes codes, RoseReader roses) : PageController
{
    /// <summary>Type a printed code; what was typed without network is sent from here, too.</summary>
    [HttpGet("/p"), EnableRateLimiting(RateLimits.Entry)]
    public async Task<IActionResult> Enter(string? code)
    {
        if (string.IsNullOrWhiteSpace(code))
        {
            return View("/Paper/Enter.cshtml", new PaperEntry(null, Me.IsNone));
        }

        return await scene.Of(code, Me) is { } page
            ? Redirect("/p/" + page.Code)
            : Correct("/Paper/Enter.cshtml", new PaperEntry(code, Me.IsNone, Fault: true), Outcome.NotFound);
    }

    /// <summary>A rose and its way, without sign-in.</summary>
    [HttpGet("/p/{code}"), EnableRateLimiting(RateLimits.Entry)]
    public async Task<IActionResult> Show(string code) => await scene.Of(code, Me) is { } page ? View("/Paper/Show.cshtml", page) : Missing();

    /// <summary>Takes it: the first one begins its way, any other takes it from a holder who hands it over.</summary>
    [HttpPost("/p/{code}/take"), Person]
    public async Task<IActionResult> Take(string code, string? command)
    {
        if (!Reads(command, out var key) || !codes.TryRead(code, out var paper))
        {
            return Missing();
        }

        var receipt = await calls.Batch(paper.Batch, batch => batch.Scan(key, paper.Serial, new(Me)));
        return receipt.Outcome switch
        {
            Outcome.Done => SeeOther(receipt.Hop == 0 ? $"/r/{receipt.Rose}/hand?found=true" : $"/r/{receipt.Rose}?opened=true"),
            Outcome.OwnRose => SeeOther("/p/" + code),
            Outcome.Expired or Outcome.AlreadyClaimed or Outcome.SlowDown or Outcome.DirectBounce or Outcome.Frozen or Outcome.Voided
                when await scene.Of(code, Me) is { } page => Correct("/Paper/Show.cshtml", page with { Fault = "Paper.Fault" + receipt.Outcome }, receipt.Outcome),
            _ => Panel(receipt.Outcome),
        };
    }

    /// <summary>The holder's page: hand it over, or keep it.</summary>
    [HttpGet("/r/{id}/hand"), Person]
    public async Task<IActionResult> Hand(string id, bool found = false) =>
        RoseId.TryParse(id, out var rose) && await roses.Read(rose) is { Paper: not null } state && state.Holder == Me
            ? View("/Paper/Show.cshtml", await scene.Of(state, Me) with { JustFound = found && state.Hops == 0 })
            : Missing();

    /// <summary>Opens the window in which the next person can take it.</summary>
    [HttpPost("/r/{id}/hand"), Person]
    public Task<IActionResult> HandOver(string id, string? command) =>
        Act(id, command, async (grain, rose, key) => (await grain.HandOver(rose, key, Me)).Outcome);

    /// <summary>Closes the window.</summary>
    [HttpPost("/r/{id}/keep"), Person]
    public Task<IActionResult> Keep(string id, string? command) =>
        Act(id, command, async (grain, rose, key) => (await grain.Keep(rose, key, Me)).Outcome);

    private async Task<IActionResult> Act(string id, string? command, Func<IRoseGrain, RoseId, CommandId, Task<Outcome>> act)
    {
        if (!Reads(command, out var key) || !RoseId.TryParse(id, out var rose))
        {
            return Missing();
        }

        var outcome = await calls.Rose(rose, grain => act(grain, rose, key));
        return outcome == Outcome.Done ? SeeOther($"/r/{id}/hand") : Panel(outcome);
    }
}
