using Engagement.Contracts;
using Engagement.Grains.Storage;
using Orleans.Concurrency;

namespace Engagement.Grains.Hours.Cases;

/// <inheritdoc cref="IHoursCaseGrain"/>
[Reentrant, CollectionAgeLimit(Minutes = 5)]
public sealed class HoursCaseGrain(
    [PersistentState(HoursCaseState.Kind, LedgerStorage.Name)] IPersistentState<HoursCaseState> state, HourSettings settings, CellGrains grains)
    : LedgerGrain<HoursCaseState>(state, settings.Clock), IHoursCaseGrain
{
    /// <inheritdoc/>
    public async Task<Receipt> Close(CommandId command, ParticipantId by, bool founded, string reason)
    {
        if (!Exists)
        {
            return Nothing(new Receipt(Outcome.NotFound));
        }

        var profile = (await grains.Participant(by).Self()).Profile;
        var receipt = Change(now => HoursCaseRules.Close(State, command, by, profile?.May(Role.HoursReviewer, State.District ?? "") == true, founded, reason, settings.At(now)));
        await CommitAsync();
        return receipt;
    }
}
