using Engagement.Contracts;

namespace Engagement.Grains.Participants;

public sealed partial class ParticipantGrain
{
    /// <inheritdoc/>
    public async Task<Receipt> Nominate(CommandId command, ParticipantId courier, string reason, string preset)
    {
        if (!Exists)
        {
            return Nothing(NoAccount);
        }

        if (!catalogue.HasReason(reason) || !catalogue.HasPreset(reason, preset))
        {
            return new(Outcome.Invalid, "letter");
        }

        var active = (await grains.GetGrain<ICourierGrain>(cell.GrainKey(courier.ToString())).Card()).Active;
        var blocked = active && (await grains.GetGrain<IParticipantGrain>(cell.GrainKey(courier.ToString())).AsGiver(State.Id)).Blocks;
        var outcome = Change(now => ParticipantRules.Nominate(State, command, courier, reason, preset, active, blocked, nominations.Value.PerDay, settings.At(now)));
        await CommitAsync();
        return new(outcome);
    }
}
