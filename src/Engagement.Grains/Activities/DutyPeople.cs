using Engagement.Contracts;
using Engagement.Grains.Participants;
using Engagement.Grains.Teams;

namespace Engagement.Grains.Activities;

/// <summary>Who is responsible for recording an activity, by what the product knows of roles, and who sees to it when nobody did.</summary>
public sealed class DutyPeople(StaffReader staff, Organisations organisations)
{
    /// <summary>
    /// Organisers: of its organisation or team, else of the nearest above it that has any, else of the whole city; besides them whoever wrote or handed it in and still runs it.
    /// Supervisors: reviewers of hours of its district, else of the whole city. Where there is nobody, operators.
    /// </summary>
    internal async Task<(IReadOnlyList<ParticipantId> Organisers, IReadOnlyList<ParticipantId> Supervisors)> Of(ActivityState activity)
    {
        var (all, above) = (await staff.All(), organisations.Above(activity.Organisation));
        return Of(activity, all, above);
    }

    /// <summary>The rule, without reads.</summary>
    /// <param name="activity">What is to be recorded.</param>
    /// <param name="all">Everybody with a role.</param>
    /// <param name="above">Its organisation and what manages it, from below upwards.</param>
    internal static (IReadOnlyList<ParticipantId> Organisers, IReadOnlyList<ParticipantId> Supervisors) Of(
        ActivityState activity, IReadOnlyList<StaffMember> all, IReadOnlyList<string> above)
    {
        var organisers = Nearest(all, Role.Organiser, [.. above, ""]);
        var writers = all.Where(member => activity.Writers.Contains(member.Id)
            && (member.IsOperator || member.Roles.Any(grant => grant.Role == Role.Organiser && (grant.Scope.Length == 0 || above.Contains(grant.Scope)))));
        ParticipantId[] responsible = [.. writers.Concat(organisers).Select(member => member.Id).Distinct().Take(DutyTold.Most)];
        var operators = all.Where(member => member.IsOperator).Select(member => member.Id);
        if (responsible.Length == 0)
        {
            responsible = [.. operators.Take(DutyTold.Most)];
        }

        var reviewers = Nearest(all, Role.HoursReviewer, [activity.Details.District, ""]).Select(member => member.Id).ToArray();
        return (responsible, [.. (reviewers.Length > 0 ? reviewers : operators).Except(responsible).Take(DutyTold.Most)]);
    }

    private static IReadOnlyList<StaffMember> Nearest(IReadOnlyList<StaffMember> all, Role role, IEnumerable<string> scopes) =>
        scopes.Select(scope => all.Where(member => member.Roles.Any(grant => grant.Role == role && grant.Scope == scope)).ToArray()).FirstOrDefault(found => found.Length > 0) ?? [];
}
