using Engagement.Contracts;
using Engagement.Grains.Hours;
using Engagement.Grains.Storage;
using Engagement.Grains.Teams;

namespace Engagement.Grains.Filings;

/// <inheritdoc cref="IFilingBatchGrain"/>
[CollectionAgeLimit(Minutes = 2)]
public sealed class FilingBatchGrain(
    [PersistentState(FilingBatchState.Kind, LedgerStorage.Name)] IPersistentState<FilingBatchState> batch, HourSettings settings, Cell cell, CellGrains grains, Organisations organisations)
    : LedgerGrain<FilingBatchState>(batch, settings.Clock), IFilingBatchGrain
{
    private const int AtOnce = 50;

    /// <inheritdoc/>
    public async Task<Receipt> Open(ParticipantId by, string organisation, IReadOnlyList<FilingLine> lines)
    {
        if (!await Runs(by, organisation))
        {
            return Exists ? new(Outcome.Forbidden) : Nothing(new Receipt(Outcome.Forbidden));
        }

        if (!Exists)
        {
            if (lines.Count is 0 or > IFilingBatchGrain.Most || lines.Any(line => line.Entry.IsNone || line.Minutes < 0))
            {
                return Nothing(new Receipt(Outcome.Invalid, "lines"));
            }

            Change(now =>
            {
                FilingBatchRules.Open(State, cell.IdOf(this.GetPrimaryKeyString()), by, organisation, lines, settings.At(now));
                return true;
            });
        }

        await CommitAsync();
        if (State.Organisation != organisation)
        {
            return new(Outcome.Invalid, "batch");
        }

        await Due(State.Entry);
        return Receipt.Done;
    }

    /// <inheritdoc/>
    public async Task<Receipt> Answer(CommandId command, ParticipantId by, IReadOnlyList<FilingAnswer> answers)
    {
        if (!Exists)
        {
            return Nothing(new Receipt(Outcome.NotFound));
        }

        var runs = await Runs(by, State.Organisation);
        var receipt = Change(now => FilingBatchRules.Answer(State, command, by, runs, answers, settings.At(now)));
        await CommitAsync();
        if (receipt.Outcome == Outcome.Done)
        {
            var mine = State.Lines.Select(line => line.Entry).ToHashSet();
            await ForEach(answers.Where(answer => mine.Contains(answer.Entry)), answer => grains.Filing(answer.Entry).Answer(State.Id, answer.Accepted, answer.Reason));
        }

        return receipt;
    }

    /// <inheritdoc/>
    public async Task Due(string entry)
    {
        if (!Exists)
        {
            Nothing(true);
            return;
        }

        if (!State.Carried && entry == State.Entry)
        {
            await ForEach(State.Lines.Index(), line => grains.Filing(line.Item.Entry).Send(State.Id, State.Organisation, line.Index, line.Item.Minutes));
            await RunOnceAsync(_ => HourCommands.Step(State, entry, () => State.Carried = true));
        }
    }

    private async Task<bool> Runs(ParticipantId by, string organisation) => organisations.MayRun((await grains.Participant(by).Self()).Profile, organisation);

    private static async Task ForEach<T>(IEnumerable<T> all, Func<T, Task> act)
    {
        foreach (var chunk in all.Chunk(AtOnce))
        {
            await Task.WhenAll(chunk.Select(act));
        }
    }
}
