using Engagement.Contracts;
using Engagement.Grains.Participants;
using Engagement.Grains.Teams;
using Engagement.Grains.Volunteers;
using Engagement.Web.Console;
using Engagement.Web.Problems;
using Engagement.Web.Roses;
using Engagement.Web.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Engagement.Web.Teams;

/// <summary>A team's people: who is in it, who asks, who runs it (VH-13).</summary>
[Route(TeamDeskController.Way + "/{team}")]
public sealed class TeamRosterController(
    Calls calls, TeamBook book, PeopleReader people, PersonLabels labels, TeamDirectory teams, Organisations organisations, VolunteerReader volunteers, StaffReader staff, Links links)
    : ConsoleController(calls, Role.Organiser)
{
    private const string Sheet = "/Teams/Desk.cshtml";

    /// <summary>The team. Parents that may only read see it, too.</summary>
    [HttpGet]
    public async Task<IActionResult> Show(string team, int skip = 0, string? fault = null)
    {
        if (teams.Find(team) is null)
        {
            await teams.Refresh(); // made a moment ago elsewhere, perhaps
        }

        return !organisations.MayRead(Staff, team) ? Missing()
            : await Page(team, Math.Clamp(skip, 0, 1_000_000), fault is "name" or "until" or "parent" or "readers" ? fault : null) is { } page ? View(Sheet, page) : Missing();
    }

    /// <summary>Admits somebody who asked, declines, or ends a membership.</summary>
    [HttpPost("admit")]
    public async Task<IActionResult> Admit(string team, string? command, string? person, bool admit)
    {
        if (!organisations.MayRun(Staff, team))
        {
            return Refused(team);
        }

        if (!Reads(command, out var key) || !ParticipantId.TryParse(person, out var id))
        {
            return Panel(Outcome.Invalid, way: Of(team));
        }

        return Decided(await Calls.Volunteer(id, volunteer => volunteer.Admit(key, Me, team, admit)), Of(team));
    }

    /// <summary>Makes a member an organiser of the team, or takes it back. One for each hundred members, at most five: looked at before, so two operators at once may exceed it by one.</summary>
    [HttpPost("admins")]
    public async Task<IActionResult> Appoint(string team, string? command, string? number, string? person, bool holds, string? reason)
    {
        if (!organisations.Has(team))
        {
            return Missing();
        }

        if (!organisations.MayRun(Staff, team))
        {
            return Refused(team);
        }

        var id = holds ? await volunteers.ByNumber(number) : ParticipantId.TryParse(person, out var known) ? known : default;
        if (id.IsNone || holds && !await volunteers.IsIn(id, one => one == team))
        {
            return Correct(Sheet, (await Page(team, 0, "number"))!, Outcome.Invalid);
        }

        if (!Reads(command, out var key) || !InputRules.IsReason(reason))
        {
            return Correct(Sheet, (await Page(team, 0, "reason"))!, Outcome.Invalid);
        }

        var admins = await Admins(team);
        if (holds && admins.All(admin => admin.Value != id.ToString()) && admins.Count >= TeamCard.AdminsOf((await volunteers.Sizes([team]))[0]))
        {
            return Correct(Sheet, (await Page(team, 0, "admins"))!, Outcome.TooMany);
        }

        return Decided(await Calls.Participant(id, one => one.Appoint(key, Me, new(Role.Organiser, team), holds, reason!)), Of(team));
    }

    private async Task<TeamDeskPage?> Page(string team, int skip, string? fault)
    {
        if (await book.Line(team) is not { } line)
        {
            return null;
        }

        return new(line, organisations.MayRun(Staff, team), await Rows(await volunteers.Members(team, skip, TeamDeskPage.Each)), await Rows(await volunteers.Asking(team, TeamDeskPage.Each)), skip,
            await Admins(team), TeamCard.AdminsOf(line.Members),
            [.. line.Card.Readers.Select(reader => new Choice(reader, book.NameOf(reader)))],
            [.. line.Card.Before.Select(former => new FormerRow(book.NameOf(former.Parent), DateTimeOffset.FromUnixTimeMilliseconds(former.Until)))],
            book.Parents(Staff, line.Card.Level), $"{links.Address}/teams/join?code={line.Card.Code}", fault);
    }

    private async Task<IReadOnlyList<Choice>> Admins(string team)
    {
        StaffMember[] admins = [.. (await staff.All()).Where(one => one.Roles.Any(grant => grant.Role == Role.Organiser && grant.Scope == team))];
        var label = await labels.For(admins.Select(admin => admin.Id));
        return [.. admins.Select(admin => new Choice(admin.Id.ToString(), admin.Name ?? label(admin.Id)))];
    }

    private async Task<IReadOnlyList<MemberRow>> Rows(IReadOnlyList<ParticipantId> members)
    {
        var names = await people.NamesFor(members);
        return [.. (await volunteers.Briefs(members)).Select(one => new MemberRow(one.Id.ToString(), one.Number, names.GetValueOrDefault(one.Id) ?? one.Number, one.Level, one.Age, one.PhoneConfirmed))];
    }

    // To who may not even read it there is no such team.
    private ViewResult Refused(string team) => organisations.MayRead(Staff, team) ? Panel(Outcome.Forbidden, way: TeamDeskController.Way) : Missing();

    private static string Of(string team) => $"{TeamDeskController.Way}/{Uri.EscapeDataString(team)}";
}
