using Engagement.Contracts;
using Engagement.Grains.Control;
using Engagement.Grains.Participants;
using Engagement.Web.Boards;

namespace Engagement.Web.Shared;

/// <summary>Which units of a person are frozen (OP-03): their own, and those whose steward they are. Asked only while any unit is.</summary>
public sealed class FrozenUnits(ISwitches switches, PersonReader people, Names names)
{
    /// <summary>Names of them.</summary>
    public async Task<IReadOnlyList<string>> Of(ParticipantId person)
    {
        if (person.IsNone || await people.Read(person) is not { IsOpen: true } found)
        {
            return [];
        }

        var (now, units) = (switches.Now, found.Units);
        var companies = (found.Roles ?? []).Where(grant => grant.Role == Role.CompanySteward).Select(grant => grant.Scope).Append(units.Company).Distinct();
        return
        [
            .. companies.Where(now.FreezesCompany).Select(company => names.Company(company) ?? company!),
            .. now.FreezesOrganisation(units.Organisation) ? [names.Organisation(units.Organisation) ?? units.Organisation!] : Array.Empty<string>(),
        ];
    }
}
