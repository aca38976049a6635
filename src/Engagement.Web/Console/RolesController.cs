using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Participants;
using Engagement.Grains.Teams;
using Engagement.Web.Boards;
using Engagement.Web.Problems;
using Engagement.Web.Shared;
using Engagement.Web.Teams;
using Microsoft.AspNetCore.Mvc;

namespace Engagement.Web.Console;

/// <summary>Who may do what in the console (OP-01). Who becomes an operator two operators decide (docs/decisions/0015).</summary>
public sealed class RolesController(Calls calls, StaffReader staff, SeededCatalogue catalogue, Organisations organisations, TeamBook teams, PersonLabels labels, Names names) : ConsoleController(calls)
{
    private const string Way = "/console/roles", Sheet = "/Console/Roles.cshtml";

    /// <summary>Everybody with a role, and the form.</summary>
    [HttpGet(Way)]
    public async Task<IActionResult> Index(string? waits) => View(Sheet, await Page(new(), waits: waits is not null));

    /// <summary>Gives a role, or takes it back.</summary>
    [HttpPost(Way)]
    public async Task<IActionResult> Appoint(string? command, RoleForm form)
    {
        if (!Reads(command, out var key))
        {
            return Panel(Outcome.Invalid, way: Way);
        }

        var (scope, reason) = (form.Scope?.Trim() ?? "", form.Reason?.Trim() ?? "");
        var isRole = InputRules.IsName<Role>(form.Role, out var role) && role != Role.None;
        var fault = !ParticipantId.TryParse(form.Person?.Trim(), out var person) ? "person"
            : !isRole ? "role"
            : form.Holds && !IsScope(role, scope) ? "scope"
            : !InputRules.IsReason(reason) ? "reason"
            : null;
        if (fault is null)
        {
            var receipt = await Calls.Participant(person, one => one.Appoint(key, Me, new(role, scope), form.Holds, reason));
            fault = receipt.Outcome switch
            {
                Outcome.Done => null,
                Outcome.NotFound or Outcome.SignInRequired => "person", // nobody, or an account that was closed
                Outcome.Forbidden or Outcome.Invalid => receipt.Field ?? "",
                _ => "",
            };
            if (fault is null)
            {
                return SeeOther(receipt.Field is null ? Way : Way + "?waits=1");
            }

            if (fault.Length == 0)
            {
                return Panel(receipt.Outcome, way: Way);
            }
        }

        return Correct(Sheet, await Page(form, fault), Outcome.Invalid);
    }

    /// <summary>Puts a proposal aside.</summary>
    [HttpPost(Way + "/decline")]
    public async Task<IActionResult> Decline(string? command, string? person) =>
        Reads(command, out var key) && ParticipantId.TryParse(person, out var id)
            ? Decided(await Calls.Participant(id, one => one.DeclineRole(key, Me, "")), Way)
            : Panel(Outcome.Invalid, way: Way);

    private bool IsScope(Role role, string scope) => role switch
    {
        Role.Operator => scope.Length == 0,
        Role.Reviewer or Role.HoursReviewer => scope.Length == 0 || catalogue.HasDistrict(scope),
        Role.Organiser => organisations.Has(scope),
        Role.CompanySteward => catalogue.Reference.Companies.Any(company => company.Id == scope),
        _ => scope.Length <= 40,
    };

    private async Task<RolesPage> Page(RoleForm form, string? fault = null, bool waits = false)
    {
        var all = await staff.All();
        var label = await labels.For(all.Select(one => one.Id).Concat(all.Select(one => one.Proposed?.By ?? default)));
        string Name(ParticipantId id) => all.FirstOrDefault(one => one.Id == id)?.Name ?? label(id);
        return new([.. all.OrderBy(one => one.IsOperator ? 0 : 1).ThenBy(one => one.Name, StringComparer.Ordinal).Select(one => new StaffRow(
                one.Id.ToString(), Name(one.Id), Grants(one), one.Configured, one.Proposed, one.Proposed is { } proposed ? Name(proposed.By) : null,
                one.Proposed is { } open && open.By != Me))],
            [.. catalogue.Reference.Companies.Select(company => new Choice(company.Id, names.Company(company.Id) ?? company.Id))],
            teams.Units(),
            [.. catalogue.Reference.Districts.Select(district => new Choice(district.Code, names.District(district.Code) ?? district.Code))],
            form, fault, waits);
    }

    private GrantRow[] Grants(StaffMember one)
    {
        var grants = one.Roles.Select(grant => new GrantRow(grant.Role, grant.Scope, grant.Scope.Length == 0 ? null : grant.Role switch
        {
            Role.Reviewer or Role.HoursReviewer => names.District(grant.Scope) ?? grant.Scope,
            Role.Organiser => names.Organisation(grant.Scope) ?? grant.Scope,
            Role.CompanySteward => names.Company(grant.Scope) ?? grant.Scope,
            _ => grant.Scope,
        }));
        return [.. one.Entered && !one.Roles.Any(grant => grant.Role == Role.Operator) ? grants.Prepend(new GrantRow(Role.Operator, "", null)) : grants];
    }
}
