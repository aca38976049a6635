using Engagement.Contracts;
using Engagement.Grains.Control;
using Engagement.Grains.Participants;
using Engagement.Web.Boards;

namespace Engagement.Web.Shared;

/// <summary>Which units of a person are frozen (OP-03): their own, and those that they look after. Asked only while any unit is.</summary>
public sealed class FrozenUnits(ISwitches switches, PersonReader people, Names names)
{
    /// <summary>Names of them.</summary>
    public async Task<IReadOnlyList<string>> Of(ParticipantId person)
    {
        if (person.IsNone || await people.Read(person) is not { IsOpen: true } found)
        {
            return [];
        }

        var now = switches.Now;
        IEnumerable<string?> Scopes(Role role) => (found.Roles ?? []).Where(grant => grant.Role == role).Select(grant => grant.Scope);
        var companies = Scopes(Role.CompanySteward).Append(found.Units.Company).Distinct().Where(now.FreezesCompany);
        var organisations = Scopes(Role.Organiser).Append(found.Units.Organisation).Distinct().Where(now.FreezesOrganisation);
        return [.. companies.Select(id => names.Company(id) ?? id!), .. organisations.Select(id => names.Organisation(id) ?? id!)];
    }
}
