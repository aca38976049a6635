using Engagement.Contracts;
using Engagement.Grains.Storage;
using Engagement.Web.Problems;
using Engagement.Web.Sessions;
using Engagement.Web.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Engagement.Web.Hours;

/// <summary>A volunteer's own hours: every entry with its arithmetic, what waits for their word, requests, and the ledger to take away.</summary>
[Person, Route(Way)]
public sealed class MyHoursController(Calls calls, HourShelf shelf, HourLedgerFile ledger, CellKeys keys) : PageController
{
    private const string Way = "/me/hours";
    private const string MainView = "/Hours/Index.cshtml";

    /// <summary>The hours, month by month of a year.</summary>
    [HttpGet]
    public async Task<IActionResult> Index(int? year = null)
    {
        Response.Headers.CacheControl = "no-store";
        return View(MainView, await shelf.Read(Me, year));
    }

    /// <summary>Confirms a make-up entry, or says why not.</summary>
    [HttpPost("makeups/{id}")]
    public async Task<IActionResult> Answer(string id, string? command, string? answer) =>
        !MakeUpId.TryParse(id, out var makeUp) ? Missing()
        : !Reads(command, out var key) || !InputRules.IsName<MakeUpAnswer>(answer, out var said) ? Panel(Outcome.Invalid, way: Way)
        : Done(await calls.MakeUp(makeUp, grain => grain.Answer(key, Me, said)));

    /// <summary>Asks for a correction of an entry, or says that a service is missing.</summary>
    [HttpPost("corrections")]
    public async Task<IActionResult> Ask(string? command, CorrectionForm form)
    {
        if (!Reads(command, out var key))
        {
            return Panel(Outcome.Invalid, way: Way);
        }

        ServiceRecordId entry = default;
        ActivityId activity = default;
        if (!InputRules.IsName<CorrectionFault>(form.Fault, out var fault)
            || !(fault == CorrectionFault.Missing ? ActivityId.TryParse(form.Activity?.Trim(), out activity) : ServiceRecordId.TryParse(form.Entry, out entry)))
        {
            return Correct(MainView, await shelf.Read(Me, null) with { Fault = "fault" }, Outcome.Invalid);
        }

        var note = string.IsNullOrWhiteSpace(form.Note) ? null : form.Note.Trim();
        var correction = new CorrectionId(keys.Born(Me.Value, key.Value, 0));
        var receipt = await calls.Correction(correction, grain => grain.Ask(key, Me, new(entry, activity, fault, note)));
        return receipt.Outcome == Outcome.Invalid ? Correct(MainView, await shelf.Read(Me, null) with { Fault = receipt.Field }, Outcome.Invalid) : Done(receipt, "#corrections");
    }

    /// <summary>Does not agree with a refusal: a reviewer decides.</summary>
    [HttpPost("corrections/{id}/escalate")]
    public async Task<IActionResult> Escalate(string id, string? command) =>
        !CorrectionId.TryParse(id, out var correction) ? Missing()
        : !Reads(command, out var key) ? Panel(Outcome.Invalid, way: Way)
        : Done(await calls.Correction(correction, grain => grain.Escalate(key, Me)), "#corrections");

    /// <summary>Asks the organisers to settle, once a day.</summary>
    [HttpPost("nudges/{id}")]
    public async Task<IActionResult> Nudge(string id) =>
        ActivityId.TryParse(id, out var activity) ? Done(await calls.Volunteer(Me, grain => grain.Nudge(activity))) : Missing();

    /// <summary>The first entries of the ledger as a file.</summary>
    [HttpGet("ledger.{entries:int}.json")]
    public async Task<IActionResult> Ledger(int entries) =>
        await ledger.Of(Me, entries) is { } file ? File(file, "application/json", $"hours.{entries}.json") : Missing();

    /// <summary>The signature of that file.</summary>
    [HttpGet("ledger.{entries:int}.sig")]
    public async Task<IActionResult> Signature(int entries) =>
        await ledger.Of(Me, entries) is { } file ? File(ledger.Sign(file), "application/octet-stream", $"hours.{entries}.sig") : Missing();

    private IActionResult Done(Receipt receipt, string? place = null) => receipt.Outcome == Outcome.Done ? SeeOther(Way + place) : Panel(receipt.Outcome, way: Way);
}
