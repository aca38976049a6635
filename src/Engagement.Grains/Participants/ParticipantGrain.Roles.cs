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

        if (role.Scope.Length > 40)
        {
            return new(Outcome.Invalid, "scope");
        }

        var receipt = Change(now => ParticipantRules.Appoint(State, command, by, role, holds, reason, settings.At(now)));
        await CommitAsync();
        return receipt;
    }
}
