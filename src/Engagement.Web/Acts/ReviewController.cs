using Engagement.Contracts;
using Engagement.Grains.Acts;
using Engagement.Web.Console;
using Engagement.Web.Problems;
using Microsoft.AspNetCore.Mvc;

namespace Engagement.Web.Acts;

/// <summary>The review of civic acts: one act after the other, by keyboard. A GET claims and decides nothing.</summary>
public sealed class ReviewController(Calls calls, ReviewDesk desk, ActReader acts) : ConsoleController(calls, Role.Reviewer)
{
    private const string Way = "/console/acts";

    /// <summary>What waits, by district.</summary>
    [HttpGet(Way)]
    public async Task<IActionResult> Index(bool empty = false) => View("/Acts/Queue.cshtml", await desk.Overview(Scopes(Role.Reviewer), empty));

    /// <summary>Claims the next one.</summary>
    [HttpPost(Way + "/next")]
    public Task<IActionResult> Next() => Onward(default, null);

    /// <summary>One act.</summary>
    [HttpGet(Way + "/{id}")]
    public async Task<IActionResult> Show(string id, string? before) => await Found(id) is { } act
        ? View("/Acts/Review.cshtml", (await desk.Page(act, Me, May(act), Sees)) with { Before = CivicActId.TryParse(before, out _) ? before : null })
        : Missing();

    /// <summary>Finds an act by the number that its courier reads on their page.</summary>
    [HttpPost(Way + "/find")]
    public IActionResult Find(string? number) => CivicActId.TryParse(number?.Trim(), out var act) ? SeeOther($"{Way}/{act}") : Missing();

    /// <summary>Claims this one.</summary>
    [HttpPost(Way + "/{id}/claim")]
    public async Task<IActionResult> Claim(string id) =>
        CivicActId.TryParse(id, out var act) ? Decided(await Calls.Act(act, grain => grain.Claim(Me)), $"{Way}/{id}") : Missing();

    /// <summary>Puts it back and goes on with the next one.</summary>
    [HttpPost(Way + "/{id}/release")]
    public async Task<IActionResult> Release(string id)
    {
        if (!CivicActId.TryParse(id, out var act))
        {
            return Missing();
        }

        await Calls.Act(act, grain => grain.Release(Me));
        return await Onward(act, null);
    }

    /// <summary>Decides and goes on with the next one.</summary>
    [HttpPost(Way + "/{id}/decide")]
    public async Task<IActionResult> Decide(string id, string? command, DecisionForm form)
    {
        if (!Reads(command, out var key) || !CivicActId.TryParse(id, out var act))
        {
            return Missing();
        }

        ActReason reason = default;
        var level = EvidenceLevel.E2;
        if (!InputRules.IsName(form.Verdict, out ActVerdict verdict) || !string.IsNullOrEmpty(form.Reason) && !InputRules.IsName(form.Reason, out reason)
            || !string.IsNullOrEmpty(form.Level) && !InputRules.IsName(form.Level, out level))
        {
            return Panel(Outcome.Invalid, way: $"{Way}/{id}");
        }

        var note = string.IsNullOrWhiteSpace(form.Note) ? null : form.Note.Trim();
        var receipt = await Calls.Act(act, grain => grain.Decide(key, Me, new(verdict, level, reason, note)));
        if (receipt.Outcome == Outcome.Invalid && await acts.Read(act) is { } found)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return View("/Acts/Review.cshtml", (await desk.Page(found, Me, May(found), Sees)) with { Fault = receipt.Field });
        }

        return receipt.Outcome != Outcome.Done ? Panel(receipt.Outcome, way: Way)
            : verdict == ActVerdict.Lower ? SeeOther($"{Way}/{id}")
            : await Onward(act, id);
    }

    /// <summary>Takes one's own decision back.</summary>
    [HttpPost(Way + "/{id}/undo")]
    public async Task<IActionResult> Undo(string id, string? command) => Reads(command, out var key) && CivicActId.TryParse(id, out var act)
        ? Decided(await Calls.Act(act, grain => grain.Undo(key, Me)), $"{Way}/{id}")
        : Missing();

    private async Task<IActionResult> Onward(CivicActId after, string? decided) =>
        await desk.Next(Me, Staff, Scopes(Role.Reviewer), after) is { } next ? SeeOther(decided is null ? $"{Way}/{next}" : $"{Way}/{next}?before={decided}")
        : SeeOther(decided is null ? $"{Way}?empty=true" : $"{Way}/{decided}");

    private bool Sees(string? district) => Staff.May(Role.Reviewer, district ?? "");

    private bool May(CivicActState act) =>
        Sees(act.District) && act.Courier != Me && (act.Company is null || act.Company != Staff.Units.Company);

    // An act of a foreign district is none; one's own or a colleague's can be looked at by nobody who might decide about it.
    private async Task<CivicActState?> Found(string id) =>
        CivicActId.TryParse(id, out var key) && await acts.Read(key) is { } act && May(act) ? act : null;
}
