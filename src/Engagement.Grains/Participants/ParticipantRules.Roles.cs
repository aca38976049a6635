using Engagement.Contracts;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Participants;

internal static partial class ParticipantRules
{
    /// <summary>Gives or takes back a role. What holds already changes nothing and is not audited again.</summary>
    public static Receipt Appoint(ParticipantState person, CommandId command, ParticipantId by, RoleGrant role, bool holds, string reason, Moment moment)
    {
        var content = Content.Of("appoint", role.Role.ToString(), role.Scope, holds ? "1" : "0");
        if (Refusal(person, command, content, moment) is { } early)
        {
            return new(early.Outcome);
        }

        if (holds && person.Roles is { Count: >= ParticipantState.RolesKept } full && !full.Contains(role))
        {
            return new(Outcome.Invalid, "role");
        }

        var had = person.Roles?.Contains(role) == true;
        if (had != holds)
        {
            var operated = person.IsOperator;
            if (holds)
            {
                (person.Roles ??= []).Add(role);
            }
            else
            {
                person.Roles!.Remove(role);
            }

            if (person.IsOperator != operated)
            {
                var member = ParticipantEffects.Member(person.Id);
                person.Follow(operated ? new Unindex(ParticipantEffects.Operators, member) : new Index(ParticipantEffects.Operators, member, 0));
            }

            person.Follow(new Append("audit", AuditEntry.Of(
                moment.Now, holds ? "role.give" : "role.take", $"{person.Id}:{role.Role}:{role.Scope}", by, reason)));
        }

        person.Commands.Keep(command, content, 0, moment.Real);
        person.Touch();
        return new(Outcome.Done);
    }
}
