using Engagement.Contracts;
using Engagement.Grains.Storage;
using Engagement.Web.Boards;
using Engagement.Web.Problems;
using Engagement.Web.Sessions;
using Engagement.Web.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Engagement.Web.Couriers;

/// <summary>The one way into a company: a courier confirms their place on its roster; or rides without one (CA-01).</summary>
[Person]
public sealed class EnrolController(Calls calls, CellKeys keys, Names names) : PageController
{
    private const string Way = "/courier/enrol", Form = "/Couriers/Enrol.cshtml";

    /// <summary>The form, or how it stands.</summary>
    [HttpGet(Way)]
    public async Task<IActionResult> Show(string? code) => View(Form, await Page(new(Code: code)));

    /// <summary>Confirms a place on a roster. The number becomes an HMAC here and goes no further.</summary>
    [HttpPost(Way)]
    public async Task<IActionResult> Enrol(string? command, EnrolForm form)
    {
        if (!Reads(command, out var key))
        {
            return Panel(Outcome.Invalid, way: Way);
        }

        var receipt = PhoneNumber.Normalise(form.Phone) is { } number
            ? await calls.Courier(Me, me => me.Enrol(key, new(keys.Phone(number), form.Code ?? "", form.ShowCompany)))
            : new(Outcome.Invalid, "phone");
        if (receipt.Outcome == Outcome.Done)
        {
            return SeeOther(Way);
        }

        var page = await Page(form);
        var fault = receipt.Outcome switch
        {
            Outcome.Invalid => receipt.Field,
            Outcome.NotFound => "roster",
            Outcome.AlreadyEnrolled when page.Self.Company is null => "taken",
            _ => null,
        };
        return fault is null ? Panel(receipt.Outcome, way: Way) : Correct(Form, page with { Fault = fault }, receipt.Outcome);
    }

    /// <summary>Rides without a company.</summary>
    [HttpPost("/courier/pool")]
    public async Task<IActionResult> Pool(string? command) => await Act(command, (me, key) => me.EnterPool(key));

    /// <summary>Leaves the company, or stops being a courier.</summary>
    [HttpPost("/courier/leave")]
    public async Task<IActionResult> Leave(string? command, bool stay) => await Act(command, (me, key) => me.Leave(key, stay));

    /// <summary>Consents to others seeing the company, or no longer.</summary>
    [HttpPost("/courier/company-shown")]
    public async Task<IActionResult> ShowCompany(string? command, bool show) => await Act(command, (me, key) => me.ShowCompany(key, show));

    private async Task<IActionResult> Act(string? command, Func<ICourierGrain, CommandId, Task<Receipt>> act)
    {
        if (!Reads(command, out var key))
        {
            return Panel(Outcome.Invalid, way: Way);
        }

        var receipt = await calls.Courier(Me, me => act(me, key));
        return receipt.Outcome == Outcome.Done ? SeeOther(Way) : Panel(receipt.Outcome, way: Way);
    }

    private async Task<EnrolPage> Page(EnrolForm form)
    {
        var self = await calls.Courier(Me, me => me.Self());
        string Name(string company) => names.Company(company) ?? company;
        return new(self, self.Company is { } company ? Name(company) : null, self.Leaving is { } left ? Name(left) : null,
            [.. self.Spells.Reverse().Select(spell => new FormerCompany(
                Name(spell.Company), DateTimeOffset.FromUnixTimeMilliseconds(spell.From), DateTimeOffset.FromUnixTimeMilliseconds(spell.To)))], form);
    }
}
