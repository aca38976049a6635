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
    public async Task<Receipt> Send(SendFiling filing)
    {
        if (!ServiceRecordId.TryParse(cell.IdOf(this.GetPrimaryKeyString()), out var entry) || !Exists && filing.Minutes == 0)
        {
            return Nothing(new Receipt(Outcome.Invalid, "minutes"));
        }

        return await Decided(moment => FilingRules.Send(State, entry, filing, moment));
    }

    /// <inheritdoc/>
    public Task<Receipt> Answer(AnswerFiling answer) => Exists
        ? Decided(moment => FilingRules.Answer(State, answer, moment))
        : Task.FromResult(Nothing(new Receipt(Outcome.NotFound)));

    private async Task<Receipt> Decided(Func<HourMoment, Receipt> rule)
    {
        var receipt = Change(now => rule(settings.At(now)));
        await CommitAsync();
        DeactivateOnIdle(); // a thousand come at once, and again only with their answer
        return receipt;
    }
}
