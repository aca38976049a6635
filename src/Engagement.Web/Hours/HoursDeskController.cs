using System.Globalization;
using Engagement.Contracts;
using Engagement.Grains.Activities;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Hours;
using Engagement.Grains.Storage;
using Engagement.Grains.Teams;
using Engagement.Grains.Volunteers;
using Engagement.Web.Console;
using Engagement.Web.Problems;
using Engagement.Web.Teams;
using Microsoft.AspNetCore.Mvc;

namespace Engagement.Web.Hours;

/// <summary>The desk of hours: make-up entries and requests for organisers, held entries and signals for reviewers.</summary>
[Route(Way)]
public sealed class HoursDeskController(Calls calls, HoursDesk desk, ActivityReader activities, CellKeys keys, TeamBook teams, Organisations organisations, VolunteerReader volunteers)
    : ConsoleController(calls, Role.Organiser, Role.HoursReviewer)
{
    private const string Way = "/console/hours";
    private const string MainView = "/Hours/Desk.cshtml", MakeUpView = "/Hours/MakeUp.cshtml";

    /// <summary>Everything that waits.</summary>
    [HttpGet]
    public async Task<IActionResult> Index() => View(MainView, await Page());

    /// <summary>The form for a make-up entry.</summary>
    [HttpGet("makeups/for/{activity}")]
    public async Task<IActionResult> MakeUp(string activity) => await Mine(activity) is { } found && await desk.MakeUp(found) is { } page ? View(MakeUpView, page) : Missing();

    /// <summary>Proposes it.</summary>
    [HttpPost("makeups/for/{activity}")]
    public async Task<IActionResult> Propose(string activity, string? command, MakeUpForm form)
    {
        if (await Mine(activity) is not { } found || await desk.MakeUp(found) is not { } page || !Reads(command, out var key))
        {
            return Missing();
        }

        var volunteer = await volunteers.ByNumber(form.Volunteer); // that somebody told, or one of the list
        var field = volunteer.IsNone ? "volunteer" : Instant(form.From) is null ? "from" : Instant(form.To) is null ? "to"
            : !InputRules.IsName(form.Reason, out MakeUpReason _) ? "reason" : !InputRules.IsName(form.Evidence, out MakeUpEvidence _) ? "evidence" : null;
        var receipt = field is not null ? new(Outcome.Invalid, field) : await Calls.MakeUp(
            new(keys.Born(Me.Value, key.Value, 0)),
            grain => grain.Propose(key, Me, new(
                found.Id, form.Shift, volunteer, Instant(form.From)!.Value, Instant(form.To)!.Value,
                Enum.Parse<MakeUpReason>(form.Reason!, ignoreCase: true), Enum.Parse<MakeUpEvidence>(form.Evidence!, ignoreCase: true))));
        return receipt.Outcome == Outcome.Invalid ? Correct(MakeUpView, page with { Form = form, Fault = receipt.Field }, Outcome.Invalid) : Decided(receipt, Way);
    }

    /// <summary>Approves or refuses what somebody else proposed.</summary>
    [HttpPost("makeups/{id}")]
    public async Task<IActionResult> DecideMakeUp(string id, string? command, string? verdict) =>
        !MakeUpId.TryParse(id, out var makeUp) || !Reads(command, out var key) ? Missing()
        : verdict is not ("approve" or "refuse") ? Panel(Outcome.Invalid, way: Way)
        : Decided(await Calls.MakeUp(makeUp, grain => grain.Decide(key, Me, verdict == "approve")), Way);

    /// <summary>Decides a request for correction.</summary>
    [HttpPost("corrections/{id}")]
    public async Task<IActionResult> DecideCorrection(string id, string? command, string? verdict, int minutes, string? reason)
    {
        if (!CorrectionId.TryParse(id, out var correction) || !Reads(command, out var key))
        {
            return Missing();
        }

        var why = HourReason.None;
        if (!InputRules.IsName<CorrectionStage>(verdict, out var stage) || stage == CorrectionStage.Fixed && !InputRules.IsName(reason, out why))
        {
            return await Again("reason");
        }

        var decision = stage == CorrectionStage.Fixed ? new DecideCorrection(stage, minutes, why) : new(stage);
        return await Done(await Calls.Correction(correction, grain => grain.Decide(key, Me, decision)));
    }

    /// <summary>A reviewer lets a held entry count, or not.</summary>
    [HttpPost("held/{volunteer}/{entry}")]
    public async Task<IActionResult> DecideHeld(string volunteer, string entry, string? command, string? verdict, string? reason) =>
        !ParticipantId.TryParse(volunteer, out var whose) || !ServiceRecordId.TryParse(entry, out var id) || !Reads(command, out var key) ? Missing()
        : verdict is not ("count" or "refuse") || !InputRules.IsName<HourReason>(reason, out var why) ? await Again("reason")
        : await Done(await Calls.Volunteer(whose, grain => grain.DecideHeld(key, Me, new(id, verdict == "count", why))));

    /// <summary>A reviewer closes a case.</summary>
    [HttpPost("cases/{id}")]
    public async Task<IActionResult> CloseCase(string id, string? command, string? verdict, string? reason) =>
        !HoursCaseId.TryParse(id, out var one) || !Reads(command, out var key) ? Missing()
        : verdict is not ("clear" or "founded") ? Panel(Outcome.Invalid, way: Way)
        : await Done(await Calls.HoursCase(one, grain => grain.Close(key, Me, verdict == "founded", reason?.Trim() ?? "")));

    private async Task<IActionResult> Done(Receipt receipt) => receipt.Outcome == Outcome.Invalid ? await Again(receipt.Field) : Decided(receipt, Way);

    private async Task<IActionResult> Again(string? field) => Correct(MainView, await Page() with { Fault = field ?? "reason" }, Outcome.Invalid);

    private Task<HoursDeskPage> Page() => desk.Read(Me, teams.RunIds(Staff), Scopes(Role.HoursReviewer));

    // An activity of a foreign organisation is none.
    private async Task<ActivityState?> Mine(string id) =>
        ActivityId.TryParse(id, out var activity) && await activities.Read(activity) is { } found && organisations.MayRun(Staff, found.Organisation) ? found : null;

    private static long? Instant(string? local) =>
        DateTime.TryParseExact(local, ["yyyy-MM-ddTHH:mm", "yyyy-MM-dd HH:mm", "yyyy-MM-ddTHH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? new DateTimeOffset(time, ShanghaiDay.Offset).ToUnixTimeMilliseconds() : null;
}
