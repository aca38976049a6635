using Engagement.Contracts;
using Engagement.Grains.Activities;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Hours;
using Engagement.Grains.Hours.Cases;
using Engagement.Grains.Storage;
using Engagement.Grains.Teams;
using Orleans.Concurrency;

namespace Engagement.Grains.Volunteers;

/// <inheritdoc cref="IVolunteerGrain"/>
[Reentrant, CollectionAgeLimit(Minutes = 10)]
public sealed partial class VolunteerGrain(
    [PersistentState(VolunteerState.Kind, LedgerStorage.Name)] IPersistentState<VolunteerState> volunteer,
    CampaignSettings settings, Cell cell, CellKeys keys, CellGrains grains, ICatalogue catalogue, TeamDirectory teams, Organisations organisations, IEnumerable<IConsentEnded> cancelling,
    ActivitySettings bookings, HourSettings hourSettings, HourReader hours, ActivityReader activities, HoursCaseReader cases)
    : LedgerGrain<VolunteerState>(volunteer, settings.Clock), IVolunteerGrain
{
    private ParticipantId Me => ParticipantId.TryParse(cell.IdOf(this.GetPrimaryKeyString()), out var me) ? me : default;

    /// <inheritdoc/>
    public async Task<VolunteerCard> Card()
    {
        var card = CardNow();
        await DurableAsync();
        return Exists ? card : Nothing(card);
    }

    /// <inheritdoc/>
    public async Task Due(string entry)
    {
        switch (entry.Split(':'))
        {
            case [HourEffects.Message, ..] message:
                await TakeHours(entry, message);
                break;
            case ["volunteer", _, "holds"]:
                await (Exists ? CheckHolds() : Nothing(Task.CompletedTask));
                break;
            default:
                if (await IdentityStep(entry) is { } step)
                {
                    await RunOnceAsync(step);
                }

                break;
        }
    }

    // Only inside a turn: the first change of a record names whose it is.
    private VolunteerState Mine()
    {
        State.Id = Me;
        return State;
    }
}
