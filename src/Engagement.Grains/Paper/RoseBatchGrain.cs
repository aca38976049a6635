using System.Globalization;
using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;
using Orleans.Concurrency;

namespace Engagement.Grains.Paper;

/// <inheritdoc cref="IRoseBatchGrain"/>
[Reentrant]
public sealed class RoseBatchGrain(
    [PersistentState(RoseBatchState.Kind, LedgerStorage.Name)] IPersistentState<RoseBatchState> batch,
    CampaignSettings settings, PaperCodes codes, ICatalogue catalogue, BatchReader batches, CellGrains grains, Cell cell)
    : LedgerGrain<RoseBatchState>(batch, settings.Clock), IRoseBatchGrain
{
    /// <inheritdoc/>
    public async Task<BatchReceipt> Issue(CommandId command, IssueBatch batch)
    {
        var number = int.Parse(cell.IdOf(this.GetPrimaryKeyString()), CultureInfo.InvariantCulture);
        var receipt = Change(now => BatchRules.Issue(State, number, command, batch, Knows(batch.Seed), settings.At(now)));
        await CommitAsync();
        return Exists ? receipt : Nothing(receipt);
    }

    /// <inheritdoc/>
    public async Task<PaperReceipt> Scan(CommandId command, int serial, PaperScan scan)
    {
        if (!Exists)
        {
            return Nothing(new PaperReceipt(Outcome.NotFound));
        }

        var isOpen = await grains.Participant(scan.By).IsOpen();
        var rose = codes.Rose(State.CodeOf(serial));
        var receipt = Change(now => BatchRules.Scan(State, command, serial, scan, isOpen, rose, settings.At(now)));
        await CommitAsync();
        return receipt ?? await grains.Rose(rose).TakePaper(rose, command, scan);
    }

    /// <inheritdoc/>
    public Task<Receipt> Hand(CommandId command, ParticipantId by, string? seed) =>
        Act(now => BatchRules.Hand(State, command, by, seed, default, Knows(seed), settings.At(now)), "seed");

    /// <inheritdoc/>
    public async Task<Receipt> HandTo(CommandId command, ParticipantId by, ParticipantId courier)
    {
        var card = await grains.Courier(courier).Card();
        return card.Active
            ? await Act(now => BatchRules.Hand(State, command, by, card.Company ?? IssueBatch.Pool, courier, true, settings.At(now)), "courier")
            : await Act(_ => Outcome.NotEnrolled);
    }

    /// <inheritdoc/>
    public Task<Receipt> Void(CommandId command, ParticipantId by, int from, int to, string reason) =>
        Act(now => BatchRules.Void(State, command, by, from, to, reason, settings.At(now)), "from");

    /// <inheritdoc/>
    public async Task<BatchReceipt> Reissue(CommandId command, ParticipantId by, int from, int to, string reason)
    {
        if (!Exists)
        {
            return Nothing(new BatchReceipt(Outcome.NotFound));
        }

        var number = codes.FirstNumber(command);
        while (await batches.Read(number) is not null)
        {
            number = PaperCodes.NextNumber(number); // taken meanwhile: the birth is refused, and a repeated command looks again
        }

        var receipt = Change(now => BatchRules.Reissue(State, command, by, from, to, number, reason, settings.At(now)));
        await CommitAsync();
        return receipt;
    }

    /// <inheritdoc/>
    public Task<Receipt> Download(CommandId command, ParticipantId by, string what) =>
        Act(now => BatchRules.Download(State, command, by, what, settings.At(now)));

    /// <inheritdoc/>
    public async Task Due(string entry)
    {
        if (!Exists || entry.Split(':') is not [_, _, var place, _] || !int.TryParse(place, out var index) || index >= (State.Voids?.Count ?? 0))
        {
            if (!Exists)
            {
                Nothing(true);
            }

            return;
        }

        var range = State.Voids![index];
        var serials = BatchRules.StepOf(State, range);
        var ended = await Task.WhenAll(serials.Select(serial => End(codes.Rose(State.CodeOf(serial)), range.By)));
        if (ended.Contains(false))
        {
            return; // somebody moved it just then; the entry stays, and the sweeper comes again
        }

        await RunOnceAsync(_ => BatchRules.Voided(State, index, serials));
    }

    // Voiding twice is the same as voiding once, so a step may be repeated.
    private async Task<bool> End(RoseId rose, ParticipantId by) =>
        (await grains.Rose(rose).Void(rose, CommandId.New(Clock.RealNow), by, $"paper {State.Number}")).Outcome is Outcome.Done or Outcome.Voided;

    private bool Knows(string? seed) => seed is IssueBatch.Pool || seed is not null && catalogue.HasCompany(seed);

    private async Task<Receipt> Act(Func<DateTimeOffset, Outcome> rule, string? field = null)
    {
        if (!Exists)
        {
            return Nothing(new Receipt(Outcome.NotFound));
        }

        var outcome = Change(rule);
        await CommitAsync();
        return new(outcome, outcome == Outcome.Invalid ? field : null);
    }
}
