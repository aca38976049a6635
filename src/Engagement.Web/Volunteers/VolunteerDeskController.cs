using Engagement.Contracts;
using Engagement.Grains.Participants;
using Engagement.Grains.Volunteers;
using Engagement.Web.Console;
using Engagement.Web.Problems;
using Engagement.Web.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Engagement.Web.Volunteers;

/// <summary>Volunteers in the console: found, and joined when one person has two accounts (VH-01).</summary>
[Route(Way)]
public sealed class VolunteerDeskController(Calls calls, VolunteerReader volunteers, PersonLabels labels) : ConsoleController(calls, Role.Organiser, Role.HoursReviewer)
{
    internal const string Way = "/console/volunteers";
    private const string Sheet = "/Volunteers/Desk.cshtml";
    private const int Shown = 50, Hits = 10;

    private bool MaySearch => Staff.Operator || Staff.Roles?.Any(grant => grant.Role is Role.Operator or Role.HoursReviewer) == true;

    /// <summary>The search, and claims that wait.</summary>
    [HttpGet]
    public async Task<IActionResult> Index(string? number)
    {
        if (string.IsNullOrWhiteSpace(number))
        {
            return View(Sheet, await Page());
        }

        var found = await volunteers.ByNumber(number);
        return found.IsNone ? Correct(Sheet, await Page(fault: "number"), Outcome.NotFound) : Redirect($"{Way}/{found}");
    }

    /// <summary>Looks for an exact real name. Whoever is found reads that, and why, like any other look.</summary>
    [HttpPost("find")]
    public async Task<IActionResult> Find(string? command, string? name, string? reason)
    {
        if (!MaySearch)
        {
            return Panel(Outcome.Forbidden, way: Way);
        }

        if (!Reads(command, out var key) || RealNameText.Read(name) is null)
        {
            return Correct(Sheet, await Page(fault: "name"), Outcome.Invalid);
        }

        if (!InputRules.IsReason(reason))
        {
            return Correct(Sheet, await Page(fault: "reason"), Outcome.Invalid);
        }

        var rows = new List<FoundVolunteer>();
        foreach (var id in await volunteers.ByRealName(name, Hits))
        {
            var looked = await Calls.Volunteer(id, one => one.Unmask(key, Looks.By(Me, Staff, reason!)));
            if (looked.Outcome == Outcome.Done && await Calls.Volunteer(id, one => one.Self()) is { Number: { } number, Real: { } real })
            {
                rows.Add(new(id.ToString(), VolunteerNumber.Show(number), $"{real.Name} {real.Number}"));
            }
        }

        return View(Sheet, await Page(rows));
    }

    /// <summary>Decides about a claim: one operator proposes to join, another agrees; either declines.</summary>
    [HttpPost("claims/{number}")]
    public async Task<IActionResult> Decide(string number, string? command, string? verdict, string? reason)
    {
        if (!RealNameKey.TryParse(number, out var id))
        {
            return Missing();
        }

        if (!Staff.May(Role.Operator))
        {
            return Panel(Outcome.Forbidden, way: Way);
        }

        if (!Reads(command, out var key) || verdict is not ("join" or "decline"))
        {
            return Panel(Outcome.Invalid, way: Way);
        }

        if (!InputRules.IsReason(reason))
        {
            return Correct(Sheet, await Page(fault: "reason"), Outcome.Invalid);
        }

        return Decided(await Calls.RealName(id, one => one.Decide(key, Me, verdict == "join", reason!)), Way);
    }

    private async Task<VolunteerDeskPage> Page(IReadOnlyList<FoundVolunteer>? found = null, string? fault = null)
    {
        var claims = new List<ClaimRow>();
        foreach (var key in Staff.May(Role.Operator) ? await volunteers.Claims(Shown) : [])
        {
            if (await Calls.RealName(key, one => one.Card()) is { Claimant.IsNone: false } card)
            {
                claims.Add(new(key.ToString(), await Number(card.Owner), card.Owner.ToString(), await Number(card.Claimant), card.Claimant.ToString(),
                    DateTimeOffset.FromUnixTimeMilliseconds(card.Since), card.Proposed.IsNone ? null : await labels.For(card.Proposed), card.Reason,
                    Me != card.Proposed && Me != card.Owner && Me != card.Claimant));
            }
        }

        return new(MaySearch, claims, found, fault);
    }

    private async Task<string> Number(ParticipantId volunteer) =>
        (await Calls.Volunteer(volunteer, one => one.Self())).Number is { } number ? VolunteerNumber.Show(number) : await labels.For(volunteer);
}
