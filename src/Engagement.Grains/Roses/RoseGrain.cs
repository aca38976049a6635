using Engagement.Contracts;
using Engagement.Grains.Storage;
using Orleans.Concurrency;

namespace Engagement.Grains.Roses;

/// <inheritdoc cref="IRoseGrain"/>
/// <remarks>
/// A bed: one activation a silo arbitrates many roses, each in memory only while a call is with it. An activation of its own
/// cost a rose 65 us and lived minutes for one claim (docs/decisions/0008). Two silos may hold the same rose: the version
/// check lets one commit, as for any two activations.
/// </remarks>
[Reentrant, StatelessWorker(1)]
internal sealed class RoseGrain(RoseTools tools) : Grain, IRoseGrain
{
    private readonly Dictionary<RoseId, Visit> _visits = [];

    /// <inheritdoc/>
    public Task<ClaimReceipt> Claim(RoseId rose, CommandId command, ClaimRose claim) =>
        With(rose, new ClaimReceipt(Outcome.NotFound), held => held.Claim(command, claim));

    /// <inheritdoc/>
    public Task<SendReceipt> Offer(RoseId rose, CommandId command, ParticipantId by, LetterWords words, ParticipantId to) =>
        With(rose, new SendReceipt(Outcome.NotFound), held => held.Offer(command, by, words, to));

    /// <inheritdoc/>
    public Task<Receipt> Withdraw(RoseId rose, CommandId command, ParticipantId by) => With(rose, held => held.Withdraw(command, by));

    /// <inheritdoc/>
    public Task<Receipt> Thank(RoseId rose, CommandId command, ParticipantId by, string phrase) => tools.Catalogue.HasPhrase(phrase)
        ? With(rose, held => held.Thank(command, by, phrase))
        : Task.FromResult(new Receipt(Outcome.Invalid, "phrase"));

    /// <inheritdoc/>
    public Task<Receipt> Report(RoseId rose, CommandId command, ParticipantId by, string reason) => With(rose, held => held.Report(command, by, reason));

    /// <inheritdoc/>
    public Task<Receipt> ClearReports(RoseId rose, CommandId command, ParticipantId by, string reason) =>
        With(rose, held => held.ClearReports(command, by, reason));

    /// <inheritdoc/>
    public Task<Receipt> Review(RoseId rose, CommandId command, ParticipantId by, int offer, bool pass) =>
        With(rose, held => held.Review(command, by, offer, pass));

    /// <inheritdoc/>
    public Task<Receipt> Void(RoseId rose, CommandId command, ParticipantId by, string reason) => With(rose, held => held.Void(command, by, reason));

    /// <inheritdoc/>
    public Task<WindowReceipt> HandOver(RoseId rose, CommandId command, ParticipantId by) =>
        With(rose, new WindowReceipt(Outcome.NotFound), held => held.HandOver(command, by));

    /// <inheritdoc/>
    public Task<Receipt> Keep(RoseId rose, CommandId command, ParticipantId by) => With(rose, held => held.Keep(command, by));

    /// <inheritdoc/>
    public Task<PaperReceipt> TakePaper(RoseId rose, CommandId command, PaperScan scan) =>
        With(rose, new PaperReceipt(Outcome.NotFound), held => held.TakePaper(command, scan));

    /// <inheritdoc/>
    public Task<Receipt> Leave(RoseId rose, CommandId command, ParticipantId by, StationId station) => With(rose, held => held.Leave(command, by, station));

    /// <inheritdoc/>
    public Task<Receipt> TakeLeft(RoseId rose, CommandId command, ParticipantId by, StationId station, OpenStation place) =>
        With(rose, held => held.TakeLeft(command, by, station, place));

    /// <inheritdoc/>
    public Task<Receipt> Release(RoseId rose, CommandId command, ParticipantId by, string reason) =>
        With(rose, held => held.Release(command, by, reason));

    /// <inheritdoc/>
    public Task<Receipt> JudgeLate(RoseId rose, CommandId command, ParticipantId by, ParticipantId scanner, bool accept) =>
        With(rose, held => held.JudgeLate(command, by, scanner, accept));

    /// <inheritdoc/>
    public Task Due(RoseId rose, string entry) => With(rose, true, async held =>
    {
        await held.Due(entry);
        return true;
    });

    private Task<Receipt> With(RoseId rose, Func<RoseInHand, Task<Receipt>> act) => With(rose, new Receipt(Outcome.NotFound), act);

    // Whoever is with a rose shares its record; the last one to leave takes it out of memory, so nothing here is ever old.
    private async Task<T> With<T>(RoseId id, T missing, Func<RoseInHand, Task<T>> act)
    {
        while (true)
        {
            var isFirst = !_visits.TryGetValue(id, out var visit);
            if (visit is null)
            {
                _visits[id] = visit = Open(id);
            }

            visit.Guests++;
            try
            {
                await visit.Read;
                if (visit.Ledger.Exists)
                {
                    return await act(visit.Rose);
                }

                if (isFirst)
                {
                    return missing;
                }

                Close(id, visit); // read before this call came: the rose may have been born since (ledger.md 6)
            }
            finally
            {
                if (--visit.Guests == 0)
                {
                    Close(id, visit);
                }
            }
        }
    }

    private Visit Open(RoseId id)
    {
        Visit visit = null!;
        var ledger = new LedgerRecord<RoseState>(tools.Record(id.ToString()), tools.Settings.Clock, () => Close(id, visit));
        return visit = new(ledger, new(ledger, tools), ledger.EnterAsync(tools.Ledger, tools.Observers.FirstOrDefault()));
    }

    private void Close(RoseId id, Visit visit)
    {
        if (_visits.TryGetValue(id, out var current) && current == visit)
        {
            _visits.Remove(id);
        }
    }

    private sealed class Visit(LedgerRecord<RoseState> ledger, RoseInHand rose, Task read)
    {
        public LedgerRecord<RoseState> Ledger => ledger;

        public RoseInHand Rose => rose;

        public Task Read => read;

        /// <summary>Calls that are with it.</summary>
        public int Guests { get; set; }
    }
}
