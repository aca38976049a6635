using Engagement.Contracts;
using Engagement.Web.Problems;
using Engagement.Web.Sessions;
using Engagement.Web.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Engagement.Web.Volunteers;

/// <summary>The real name (L2), asked for only where hours are to be certified; and the claim of a number that another account has.</summary>
[Person, Route(VolunteerController.Way + "/name")]
public sealed class RealNameController(Calls calls) : PageController
{
    private const string Form = "/Volunteers/RealName.cshtml", Claims = VolunteerController.Way + "/name/claim";

    /// <summary>The form, with what it is for.</summary>
    [HttpGet]
    public IActionResult Show() => View(Form, new RealNamePage());

    /// <summary>Gives the real name.</summary>
    [HttpPost]
    public async Task<IActionResult> Give(string? command, RealNameForm form)
    {
        var receipt = await Send(command, form, claiming: false);
        return receipt.Outcome == Outcome.IdentityTaken ? SeeOther(Claims) : Answer(receipt, claiming: false);
    }

    /// <summary>The claim's form: the same name and number again, as proof.</summary>
    [HttpGet("claim")]
    public IActionResult ShowClaim() => View(Form, new RealNamePage(Claiming: true));

    /// <summary>Asks to join the account that has the number with this one.</summary>
    [HttpPost("claim")]
    public async Task<IActionResult> Claim(string? command, RealNameForm form) => Answer(await Send(command, form, claiming: true), claiming: true);

    private async Task<Receipt> Send(string? command, RealNameForm form, bool claiming)
    {
        if (!Reads(command, out var key))
        {
            return new(Outcome.Invalid);
        }

        if (!form.Agree)
        {
            return new(Outcome.Invalid, "consent");
        }

        var real = new RealName(form.Name ?? "", form.Number ?? "", VolunteerConsents.RealName);
        return await calls.Volunteer(Me, me => claiming ? me.ClaimIdentity(key, real) : me.GiveRealName(key, real));
    }

    private IActionResult Answer(Receipt receipt, bool claiming) => receipt switch
    {
        { Outcome: Outcome.Done } => SeeOther(VolunteerController.Way),
        { Outcome: Outcome.Invalid, Field: { } field } => Correct(Form, new RealNamePage(claiming, field), Outcome.Invalid),
        { Outcome: Outcome.NotFound or Outcome.AlreadyDecided or Outcome.AlreadyClaimed } => Correct(Form, new RealNamePage(claiming, receipt.Outcome.ToString()), receipt.Outcome),
        _ => Panel(receipt.Outcome, way: receipt.Outcome == Outcome.GuardianNeeded ? GuardianController.Ask : VolunteerController.Way),
    };
}
