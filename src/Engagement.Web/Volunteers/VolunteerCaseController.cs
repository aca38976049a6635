using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Storage;
using Engagement.Grains.Teams;
using Engagement.Grains.Volunteers;
using Engagement.Web.Boards;
using Engagement.Web.Console;
using Engagement.Web.Problems;
using Microsoft.AspNetCore.Mvc;

namespace Engagement.Web.Volunteers;

/// <summary>
/// One volunteer in the console. Operators and reviewers of hours see everybody, an organiser those of their teams and of
/// the teams below; nobody sees a real name without a reason that the volunteer reads (PA-07).
/// </summary>
[Route(VolunteerDeskController.Way + "/{volunteer}")]
public sealed class VolunteerCaseController(
    Calls calls, VolunteerReader volunteers, VolunteerBook book, Names names, Organisations organisations, CellKeys keys)
    : ConsoleController(calls, Role.Organiser, Role.HoursReviewer)
{
    private const string Sheet = "/Volunteers/Case.cshtml";

    /// <summary>The volunteer, masked.</summary>
    [HttpGet]
    public async Task<IActionResult> Show(string volunteer) => await Case(volunteer) is { } found ? View(Sheet, found.Page) : Missing();

    /// <summary>Shows the real name on this one page.</summary>
    [HttpPost("unmask")]
    public async Task<IActionResult> Unmask(string volunteer, string? command, string? reason)
    {
        if (await Case(volunteer) is not { } found)
        {
            return Missing();
        }

        if (!found.Page.MayAct)
        {
            return Panel(Outcome.Forbidden, way: Of(volunteer));
        }

        if (!Reads(command, out var key) || !InputRules.IsReason(reason))
        {
            return Correct(Sheet, found.Page with { Fault = "reason" }, Outcome.Invalid);
        }

        var shown = await Calls.Volunteer(found.Id, one => one.Unmask(key, Looks.By(Me, Staff, reason!, found.Scope)));
        return shown.Outcome == Outcome.Done && NationalId.Read(shown.Number, int.MaxValue) is { } id
            ? View(Sheet, found.Page with { Real = new(shown.Name, shown.Number, id.IsFemale, id.Birth) })
            : Panel(shown.Outcome, way: Of(volunteer));
    }

    /// <summary>Compares a mobile number that the steward knows. It becomes an HMAC here and goes no further.</summary>
    [HttpPost("phone")]
    public async Task<IActionResult> ConfirmPhone(string volunteer, string? command, string? phone)
    {
        if (await Case(volunteer) is not { } found)
        {
            return Missing();
        }

        if (!found.Page.MayAct)
        {
            return Panel(Outcome.Forbidden, way: Of(volunteer));
        }

        if (!Reads(command, out var key) || PhoneNumber.Normalise(phone) is not { } number)
        {
            return Correct(Sheet, found.Page with { Fault = "phone" }, Outcome.Invalid);
        }

        var receipt = await Calls.Volunteer(found.Id, one => one.ConfirmPhone(key, Me, found.Scope ?? "", keys.Phone(number)));
        return receipt.Outcome == Outcome.NotFound
            ? Correct(Sheet, found.Page with { Fault = "otherphone" }, Outcome.NotFound)
            : Decided(receipt, Of(volunteer));
    }

    private async Task<Found?> Case(string volunteer)
    {
        if (!ParticipantId.TryParse(volunteer, out var id) || await Calls.Volunteer(id, one => one.Self()) is not { Number: { } number } self)
        {
            return null;
        }

        var everybody = Staff.Operator || Staff.Roles?.Any(grant => grant.Role is Role.Operator or Role.HoursReviewer) == true;
        if (!everybody && !await volunteers.IsIn(id, team => organisations.MayRead(Staff, team)))
        {
            return null; // to them there is no such volunteer
        }

        var runs = self.Teams.SelectMany(place => organisations.Above(place.Team)).FirstOrDefault(above => Staff.Roles?.Contains(new(Role.Organiser, above)) == true);
        return new(id, runs, new(id.ToString(), VolunteerNumber.Show(number), self, await book.NameOf(id), names.District(self.Profile.District), book.Rows(self.Teams), everybody || runs is not null));
    }

    private static string Of(string volunteer) => $"{VolunteerDeskController.Way}/{volunteer}";

    private sealed record Found(ParticipantId Id, string? Scope, VolunteerCasePage Page);
}
