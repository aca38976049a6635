using Engagement.Contracts;
using Engagement.Web.Boards;
using Engagement.Web.Problems;
using Engagement.Web.Sessions;
using Engagement.Web.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Engagement.Web.Settings;

/// <summary>My organisation, joined by a code. A company's code leads to the courier's enrolment, the only way into one.</summary>
[Person]
public sealed class UnitController(Calls calls, Names names) : PageController
{
    private const string Form = "/Settings/Unit.cshtml", Organisation = "organisation", Enrolment = "/courier/enrol";

    /// <summary>The form, and what was joined.</summary>
    [HttpGet("/settings/unit")]
    public async Task<IActionResult> Show() => await calls.Participant(Me, me => me.Self()) is { Profile: { } profile }
        ? View(Form, new UnitPage(Joined(profile.Units)))
        : Panel(Outcome.SignInRequired);

    /// <summary>Joins by a code, or leaves.</summary>
    [HttpPost("/settings/unit")]
    public async Task<IActionResult> Change(string? command, string? code, string? leave)
    {
        if (!Reads(command, out var key) || leave is not (null or Organisation))
        {
            return Panel(Outcome.Invalid, way: "/settings/unit");
        }

        var receipt = await calls.Participant(Me, me => leave is null ? me.Join(key, code ?? "") : me.LeaveOrganisation(key));
        if (receipt.Outcome == Outcome.NotEnrolled)
        {
            return SeeOther(Enrolment + "?code=" + Uri.EscapeDataString(code!.Trim()));
        }

        if (receipt is { Outcome: Outcome.Invalid, Field: "code" })
        {
            var self = await calls.Participant(Me, me => me.Self());
            return Correct(Form, new UnitPage(Joined(self.Profile?.Units ?? new()), code), Outcome.Invalid);
        }

        return receipt.Outcome == Outcome.Done ? SeeOther("/settings/unit") : Panel(receipt.Outcome, way: "/settings/unit");
    }

    private Choice[] Joined(Units units) => names.Organisation(units.Organisation) is { } organisation ? [new(Organisation, organisation)] : [];
}
