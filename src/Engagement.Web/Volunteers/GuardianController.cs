using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Volunteers;
using Engagement.Web.Problems;
using Engagement.Web.Roses;
using Engagement.Web.Sessions;
using Engagement.Web.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Engagement.Web.Volunteers;

/// <summary>Minors ask their guardian, who consents, sees, takes back and takes along (VH-02, PIPL Art. 31).</summary>
[Person]
public sealed class GuardianController(Calls calls, VolunteerBook book, Links links, ICampaignClock clock) : PageController
{
    internal const string Ask = VolunteerController.Way + "/guardian";

    /// <summary>A minor's link for their guardian.</summary>
    [HttpGet(Ask)]
    public async Task<IActionResult> Show() => await calls.Volunteer(Me, me => me.GuardianCode()) is { } code
        ? View("/Volunteers/AskGuardian.cshtml", new AskGuardianPage($"{links.Address}/guard/{Me}?k={code}", (await calls.Volunteer(Me, me => me.Card())).Guardian))
        : SeeOther(VolunteerController.Way);

    /// <summary>What a guardian is asked. A GET consents to nothing.</summary>
    [HttpGet("/guard/{minor}")]
    public async Task<IActionResult> Guard(string minor, string? k)
    {
        if (!ParticipantId.TryParse(minor, out var id) || id == Me || k is null || !await calls.Volunteer(id, one => one.IsGuardianCode(k)))
        {
            return Missing();
        }

        var mine = await calls.Volunteer(Me, me => me.Card());
        return View("/Volunteers/Guard.cshtml", new GuardPage(id, await book.NameOf(id), k, mine is { Level: IdentityLevel.RealName, Band: AgeBand.Adult }));
    }

    /// <summary>Consents.</summary>
    [HttpPost("/guard/{minor}")]
    public async Task<IActionResult> Consent(string minor, string? command, string? k, bool agree)
    {
        if (!ParticipantId.TryParse(minor, out var id) || k is null)
        {
            return Missing();
        }

        if (!Reads(command, out var key) || !agree)
        {
            return Panel(Outcome.Invalid, way: VolunteerController.Way);
        }

        var receipt = await calls.Volunteer(id, one => one.Guard(key, Me, k));
        return receipt.Outcome == Outcome.Done ? SeeOther(Of(id)) : Panel(receipt.Outcome, way: VolunteerController.Way);
    }

    /// <summary>The minor, as the guardian sees them.</summary>
    [HttpGet("/me/wards/{minor}")]
    public async Task<IActionResult> Ward(string minor) => await Guarded(minor) is { } view
        ? View("/Volunteers/Ward.cshtml", new WardPage(view, await book.NameOf(view.Ward), VolunteerNumber.Show(view.Number), book.Rows(view.Teams)))
        : Missing();

    /// <summary>The same, to take along.</summary>
    [HttpGet("/me/wards/{minor}/export")]
    public async Task<IActionResult> Export(string minor)
    {
        if (await Guarded(minor) is not { } view)
        {
            return Missing();
        }

        Response.Headers.CacheControl = "no-store";
        Response.Headers.ContentDisposition = "attachment; filename=\"ward.json\"";
        return Json(new WardExport(clock.UtcNow.ToOffset(ShanghaiDay.Offset), VolunteerNumber.Show(view.Number), view.Name, view.Card.Age, view.Card.Level.ToString(),
            view.Card.Hours.Credit, view.Card.Hours.Honour, view.Card.Hours.Imported, view.Profile.District, view.Profile.Skills ?? [], [.. book.Rows(view.Teams).Select(row => row.Name)],
            DateTimeOffset.FromUnixTimeMilliseconds(view.Since).ToOffset(ShanghaiDay.Offset)));
    }

    /// <summary>Takes the consent back.</summary>
    [HttpPost("/me/wards/{minor}/withdraw")]
    public async Task<IActionResult> Withdraw(string minor, string? command, bool sure)
    {
        if (!ParticipantId.TryParse(minor, out var id))
        {
            return Missing();
        }

        if (!sure || !Reads(command, out var key))
        {
            return SeeOther(Of(id));
        }

        var receipt = await calls.Volunteer(id, one => one.Unguard(key, Me));
        return receipt.Outcome == Outcome.Done ? SeeOther(VolunteerController.Way) : Panel(receipt.Outcome, way: VolunteerController.Way);
    }

    private async Task<WardView?> Guarded(string minor) => ParticipantId.TryParse(minor, out var id) ? await calls.Volunteer(id, one => one.AsWard(Me)) : null;

    private static string Of(ParticipantId minor) => $"/me/wards/{minor}";
}

/// <summary>What a guardian takes along. Minutes are whole.</summary>
public sealed record WardExport(
    DateTimeOffset At, string Number, string? MaskedName, int? Age, string Level, int CreditMinutes, int HonourMinutes, int ImportedMinutes, string? District,
    IReadOnlyList<string> Skills, IReadOnlyList<string> Teams, DateTimeOffset ConsentSince);
