using Engagement.Contracts;
using Engagement.Grains.Hours;
using Engagement.Grains.Storage;
using Microsoft.Extensions.Options;
using Orleans.Concurrency;

namespace Engagement.Grains.Imports;

/// <inheritdoc cref="IHourRowGrain"/>
[Reentrant, CollectionAgeLimit(Minutes = 2)]
public sealed class HourRowGrain(
    [PersistentState(HourRowState.Kind, LedgerStorage.Name)] IPersistentState<HourRowState> row,
    HourSettings settings, IOptions<ImportOptions> options, Cell cell) : LedgerGrain<HourRowState>(row, settings.Clock), IHourRowGrain
{
    /// <inheritdoc/>
    public async Task<HourOfferResult> Offer(HourOffer offer)
    {
        if (!HourRowId.TryParse(cell.IdOf(this.GetPrimaryKeyString()), out var id))
        {
            return Nothing(HourOfferResult.None);
        }

        var result = Change(now => HourRowRules.Offer(State, id, offer, settings.At(now), options.Value));
        await CommitAsync();
        DeactivateOnIdle(); // a hundred thousand of these come at once and are needed one by one, much later
        return result;
    }

    /// <inheritdoc/>
    public async Task<Receipt> Answer(CommandId command, ParticipantId by, MakeUpAnswer answer)
    {
        if (!Exists)
        {
            return Nothing(new Receipt(Outcome.NotFound));
        }

        var receipt = Change(now => HourRowRules.Answer(State, command, by, answer, settings.At(now)));
        await CommitAsync();
        return receipt;
    }

    /// <inheritdoc/>
    public async Task<AgreedHours?> Agreed(ParticipantId volunteer)
    {
        var agreed = HourRowRules.Agreed(State, volunteer);
        await TrueAsync();
        return Exists ? agreed : Nothing(agreed);
    }

    /// <inheritdoc/>
    public async Task Erase()
    {
        if (!Exists)
        {
            Nothing(true);
            return;
        }

        Change(_ =>
        {
            HourRowRules.Erase(State);
            return true;
        });
        await CommitAsync();
    }

    /// <inheritdoc/>
    public async Task Due(string entry)
    {
        if (!Exists)
        {
            Nothing(true);
            return;
        }

        await RunOnceAsync(now => HourRowRules.Expire(State, entry, settings.At(now)));
    }
}
