using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Storage;
using Orleans.Concurrency;

namespace Engagement.Grains.Couriers;

/// <inheritdoc cref="IRosterImportGrain"/>
/// <remarks>Reentrant, so that it can be looked at while a step waits for the rows' own records.</remarks>
[Reentrant, CollectionAgeLimit(Minutes = 2)]
public sealed class RosterImportGrain(
    [PersistentState(ImportState.Kind, LedgerStorage.Name)] IPersistentState<ImportState> import,
    CampaignSettings settings, CellGrains grains) : LedgerGrain<ImportState>(import, settings.Clock), IRosterImportGrain
{
    private const int AtOnce = 50; // so many numbers' records are written side by side

    /// <inheritdoc/>
    public async Task<Receipt> Start(StartImport import)
    {
        var frozen = State.Phase == ImportPhase.None && settings.Control.FreezesCompany(import.Company);
        var outcome = frozen ? Outcome.SwitchedOff : Change(now => ImportRules.Start(State, import, now));
        await CommitAsync();
        return Exists ? new(outcome) : Nothing(new Receipt(outcome));
    }

    /// <inheritdoc/>
    public async Task<ImportView?> Show(string company)
    {
        var view = State.Company == company && State.Phase != ImportPhase.None ? ImportRules.View(State) : null;
        await DurableAsync();
        return Exists ? view : Nothing(view);
    }

    /// <inheritdoc/>
    public async Task Due(string entry)
    {
        if (!State.IsRunning || State.Entry != entry)
        {
            await DurableAsync();
            return;
        }

        var check = State.Phase == ImportPhase.Checking;
        var results = new List<(ImportRow Row, RosterResult Result)>(ImportRules.RowsPerStep);
        foreach (var chunk in ImportRules.Next(State).Chunk(AtOnce))
        {
            results.AddRange(await Task.WhenAll(chunk.Select(row => Carry(row, check))));
        }

        await RunOnceAsync(now => ImportRules.Step(State, entry, results, now));
    }

    private async Task<(ImportRow Row, RosterResult Result)> Carry(ImportRow row, bool check)
    {
        var listing = new RosterListing(State.Company, row.Phone, row.Name, row.Salt, row.Station, row.Number, row.Left, State.Command, State.By);
        var roster = grains.Roster(row.Phone);
        return (row, check ? await roster.Check(listing) : await roster.List(listing));
    }
}
