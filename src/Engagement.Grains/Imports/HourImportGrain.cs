using Engagement.Contracts;
using Engagement.Grains.Hours;
using Engagement.Grains.Storage;
using Engagement.Grains.Teams;
using Microsoft.Extensions.Options;
using Orleans.Concurrency;

namespace Engagement.Grains.Imports;

/// <inheritdoc cref="IHourImportGrain"/>
/// <remarks>Reentrant, so that it can be looked at while a step waits for its parts.</remarks>
[Reentrant, CollectionAgeLimit(Minutes = 2)]
public sealed class HourImportGrain(
    [PersistentState(HourImportState.Kind, LedgerStorage.Name)] IPersistentState<HourImportState> import,
    HourSettings settings, IOptions<ImportOptions> options, Organisations organisations, CellGrains grains) : LedgerGrain<HourImportState>(import, settings.Clock), IHourImportGrain
{
    private const int AtOnce = 2; // parts of a step that are worked on side by side

    private static readonly Receipt None = new(Outcome.NotFound);

    /// <inheritdoc/>
    public async Task<Receipt> Begin(BeginHourImport import)
    {
        if (!organisations.MayRun((await grains.Participant(import.By).Self()).Profile, import.Organisation))
        {
            await DurableAsync();
            return new(Outcome.Forbidden);
        }

        if (import.Parts < 1 || import.Rows < 1 || import.Rows > options.Value.RowsPerImport)
        {
            await DurableAsync();
            return new(Outcome.Invalid, "rows");
        }

        var outcome = Change(now => HourImportRules.Begin(State, import, settings.At(now)));
        await CommitAsync();
        return new(outcome);
    }

    /// <inheritdoc/>
    public async Task<Receipt> Put(int part, IReadOnlyList<HourImportRow> rows, IReadOnlyList<RowFault> faults)
    {
        if (!Exists)
        {
            return Nothing(None);
        }

        var receipt = Change(_ => HourImportRules.Put(State, part, rows, faults));
        await CommitAsync();
        return receipt;
    }

    /// <inheritdoc/>
    public async Task<HourImportView?> Show()
    {
        var view = State.Phase == HourImportPhase.None ? null : HourImportRules.View(State);
        await DurableAsync();
        return Exists ? view : Nothing(view);
    }

    /// <inheritdoc/>
    public async Task<Receipt> Ask(CommandId command, ParticipantId by)
    {
        if (!Exists)
        {
            return Nothing(None);
        }

        var organises = organisations.MayRun((await grains.Participant(by).Self()).Profile, State.Organisation);
        var receipt = Change(now => HourImportRules.Ask(State, command, by, organises, settings.At(now), options.Value));
        await CommitAsync();
        return receipt;
    }

    /// <inheritdoc/>
    public async Task<Receipt> Decide(CommandId command, ParticipantId by, bool approve)
    {
        if (!Exists)
        {
            return Nothing(None);
        }

        var reviews = (await grains.Participant(by).Self()).Profile?.May(Role.HoursReviewer, State.District ?? "") == true;
        var receipt = Change(now => HourImportRules.Decide(State, command, by, reviews, approve, settings.At(now)));
        await CommitAsync();
        return receipt;
    }

    /// <inheritdoc/>
    public async Task Due(string entry)
    {
        if (!Exists || State.Entry != entry)
        {
            await DurableAsync();
            return;
        }

        var view = HourImportRules.View(State);
        var results = new List<HourPartCounts>(HourImportRules.PartsPerStep);
        foreach (var parts in HourImportRules.Next(State).ToArray().Chunk(AtOnce))
        {
            results.AddRange(await Task.WhenAll(parts.Select(part => Carry(view, part))));
        }

        await RunOnceAsync(now => HourImportRules.Step(State, entry, results, settings.At(now), options.Value));
    }

    private Task<HourPartCounts> Carry(HourImportView import, int number)
    {
        var part = grains.HourImportPart(HourImportPartState.IdOf(import.Id, number));
        return import.Phase switch
        {
            HourImportPhase.Checking => part.Check(import),
            HourImportPhase.Applying => part.Apply(import),
            _ => part.Drop(),
        };
    }
}
