using Engagement.Contracts;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Participants;

public sealed partial class ParticipantGrain
{
    /// <inheritdoc/>
    public async Task<Receipt> Appoint(CommandId command, ParticipantId by, RoleGrant role, bool holds, string reason)
    {
        if (!Exists)
        {
            return Nothing(new Receipt(Outcome.NotFound));
        }

        if (role.Role == Role.None || !Enum.IsDefined(role.Role))
        {
            return new(Outcome.Invalid, "role");
        }

        if (role.Scope.Length > 40 || role.Role == Role.Operator && role.Scope.Length > 0)
        {
            return new(Outcome.Invalid, "scope");
        }

        var facts = role.Role == Role.Operator ? new OperatorFacts(await staff.Operators(), operators.Value.Names(State.Id)) : default;
        var receipt = Change(now => ParticipantRules.Appoint(State, command, by, role, holds, reason, facts, settings.At(now)));
        await CommitAsync();
        return receipt;
    }

    /// <inheritdoc/>
    public async Task<Receipt> DeclineRole(CommandId command, ParticipantId by, string reason)
    {
        if (!Exists)
        {
            return Nothing(new Receipt(Outcome.NotFound));
        }

        var outcome = Change(now => ParticipantRules.Decline(State, command, by, reason, settings.At(now)));
        await CommitAsync();
        return new(outcome);
    }

    /// <inheritdoc/>
    public async Task EnterConsole()
    {
        if (!Exists)
        {
            Nothing(true);
            return;
        }

        Change(now =>
        {
            State.Follow(new Append("audit", AuditEntry.Of(now, "console.scan", State.Id.ToString(), State.Id, "")));
            return true;
        });
        await CommitAsync();
    }
}
