using Engagement.Contracts;
using Engagement.Grains.Hours;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Filings;

/// <inheritdoc cref="IFilingGrain"/>
[CollectionAgeLimit(Minutes = 2)]
public sealed class FilingGrain(
    [PersistentState(FilingState.Kind, LedgerStorage.Name)] IPersistentState<FilingState> filing, HourSettings settings, Cell cell)
    : LedgerGrain<FilingState>(filing, settings.Clock), IFilingGrain
{
    /// <inheritdoc/>
    public Task Send(string batch, string organisation, int place, int minutes) =>
        ServiceRecordId.TryParse(cell.IdOf(this.GetPrimaryKeyString()), out var entry) && (Exists || minutes > 0)
            ? Stepped(moment => FilingRules.Send(State, entry, batch, organisation, place, minutes, moment))
            : Task.FromResult(Nothing(true));

    /// <inheritdoc/>
    public Task Answer(string batch, bool accepted, string reason) =>
        Exists ? Stepped(moment => FilingRules.Answer(State, batch, accepted, reason, moment)) : Task.FromResult(Nothing(true));

    private async Task Stepped(Action<HourMoment> rule)
    {
        Change(now =>
        {
            rule(settings.At(now));
            return true;
        });
        await CommitAsync();
        DeactivateOnIdle(); // a thousand come at once, and again only with their answer
    }
}
