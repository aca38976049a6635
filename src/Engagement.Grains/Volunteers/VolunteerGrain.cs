using Engagement.Contracts;
using Engagement.Grains.Activities;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Hours;
using Engagement.Grains.Hours.Cases;
using Engagement.Grains.Storage;
using Orleans.Concurrency;

namespace Engagement.Grains.Volunteers;

/// <inheritdoc cref="IVolunteerGrain"/>
[Reentrant, CollectionAgeLimit(Minutes = 10)]
public sealed partial class VolunteerGrain(
    [PersistentState(VolunteerState.Kind, LedgerStorage.Name)] IPersistentState<VolunteerState> volunteer,
    CampaignSettings settings, Cell cell, CellGrains grains, ActivitySettings bookings, CellKeys keys, ICatalogue catalogue, HourSettings hourSettings, HourReader hours,
    ActivityReader activities, HoursCaseReader cases)
    : LedgerGrain<VolunteerState>(volunteer, settings.Clock), IVolunteerGrain
{
    private ParticipantId Me => ParticipantId.TryParse(cell.IdOf(this.GetPrimaryKeyString()), out var me) ? me : default;

    /// <inheritdoc/>
    public async Task<VolunteerCard> Card()
    {
        var card = new VolunteerCard(IdentityLevel.WeChat, State.Locked > 0 ? new() : State.Hours, Absences: Absent);
        await DurableAsync();
        return Exists ? card : Nothing(card);
    }

    /// <inheritdoc/>
    public Task Due(string entry) => entry.Split(':') switch
    {
        [HourEffects.Message, ..] message => TakeHours(entry, message),
        ["volunteer", _, "holds"] when Exists => CheckHolds(),
        _ => Exists ? Task.CompletedTask : Nothing(Task.CompletedTask),
    };
}
