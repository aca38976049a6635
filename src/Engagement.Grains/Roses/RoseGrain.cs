using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Moderation;
using Engagement.Grains.Storage;
using Orleans.Concurrency;
using Orleans.Placement;

namespace Engagement.Grains.Roses;

/// <inheritdoc cref="IRoseGrain"/>
/// <remarks>Placed where it is asked for: most roses are claimed once, and a call in one process is four times cheaper.</remarks>
[Reentrant, CollectionAgeLimit(Minutes = 2), PreferLocalPlacement]
public sealed partial class RoseGrain(
    [PersistentState(RoseState.Kind, LedgerStorage.Name)] IPersistentState<RoseState> rose,
    CampaignSettings settings, CellKeys keys, RoseReader reader, LetterWriter letters, ICatalogue catalogue,
    CellGrains grains, LetterOpener opener, ITextChecks checks) : LedgerGrain<RoseState>(rose, settings.Clock), IRoseGrain
{
    private static readonly Receipt Unknown = new(Outcome.NotFound);

    /// <inheritdoc/>
    public async Task<ClaimReceipt> Claim(CommandId command, ClaimRose claim)
    {
        if (!Exists)
        {
            return Nothing(new ClaimReceipt(Outcome.NotFound));
        }

        var taker = grains.Participant(claim.By).IsOpen();
        var giver = grains.Participant(State.Holder).AsGiver(claim.By);
        var gathered = State.Hops;
        var counted = await LatestCounted();
        var card = await giver;
        var facts = new ClaimFacts(await taker, card.Blocks, new(card.Units.District, card.Units.Community, card.Units.Organisation, card.Units.Company),
            OfferOf(claim.Secret), counted, gathered) { Wake = card.Wake };

        var (receipt, pair) = Change(now =>
        {
            var before = State.Effects.Count;
            return (RoseRules.Claim(State, command, claim, facts, settings.At(now)), PairOf(before));
        });
        await CommitAsync();
        return receipt.Outcome == Outcome.Done ? receipt with { Counted = pair?.Took ?? await WasCounted(receipt.Hop) } : receipt;
    }

    /// <inheritdoc/>
    public async Task<SendReceipt> Offer(CommandId command, ParticipantId by, LetterWords words, ParticipantId to)
    {
        if (!Exists)
        {
            return Nothing(new SendReceipt(Outcome.NotFound));
        }

        var writer = await grains.Participant(by).Writer();
        if (writer.Salt is null)
        {
            return new(Outcome.SignInRequired);
        }

        var (silenced, wake) = (false, 0L);
        if (!to.IsNone && to != by)
        {
            var card = await grains.Participant(to).AsAddressee(by);
            if (!card.Open || card.Reach == Reach.Nobody)
            {
                return new(card.Open ? Outcome.Forbidden : Outcome.Invalid, Field: "to");
            }

            (silenced, wake) = (card.Blocks, card.Wake);
        }

        var receipt = Change(now => DecideOffer(command, by, words, writer, to, silenced, wake, now));
        await CommitAsync();
        return receipt;
    }

    /// <inheritdoc/>
    public Task<Receipt> Withdraw(CommandId command, ParticipantId by) => Act(moment => RoseRules.Withdraw(State, command, by, moment));

    /// <inheritdoc/>
    public async Task<Receipt> Thank(CommandId command, ParticipantId by, string phrase)
    {
        if (!catalogue.HasPhrase(phrase))
        {
            return new(Outcome.Invalid, "phrase");
        }

        var hops = State.Hops;
        var wake = Exists && State.Latest is { } hop && hop.To == by ? await WakeOf(hop.From) : 0;
        return await Act(moment => RoseRules.Thank(State, command, by, phrase, moment, State.Hops == hops ? wake : 0));
    }

    /// <inheritdoc/>
    public async Task<Receipt> Report(CommandId command, ParticipantId by, string reason)
    {
        // Only somebody who held it has seen a letter of it: reports can't be made up from an id.
        var held = Exists && (State.Latest?.To == by || State.Hops > 1 && await reader.WasWith(State.Id, by));
        return await Act(moment => held ? RoseRules.Report(State, command, by, reason, moment) : Outcome.NotHolder);
    }

    /// <inheritdoc/>
    public Task<Receipt> ClearReports(CommandId command, ParticipantId by, string reason) =>
        Act(moment => RoseRules.ClearReports(State, command, by, reason, moment));

    /// <inheritdoc/>
    public async Task<Receipt> Review(CommandId command, ParticipantId by, int offer, bool pass)
    {
        var wake = await WakeOf(State.WriterOf(offer));
        return await Act(moment => RoseRules.Review(State, command, by, offer, pass, moment, wake));
    }

    /// <inheritdoc/>
    public async Task<Receipt> Void(CommandId command, ParticipantId by, string reason)
    {
        if (!Exists)
        {
            return Nothing(Unknown);
        }

        var hops = State.Hops; // before anything is gathered: what is gathered belongs to this hop
        var counted = await LatestCounted();
        var older = await Window(hops);
        var outcome = Change(now => State.Hops != hops ? Outcome.Busy : RoseRules.Void(State, command, by, reason, older, counted, settings.At(now)));
        await CommitAsync();
        return new(outcome);
    }

    /// <inheritdoc/>
    public async Task Due(string entry)
    {
        var parts = entry.Split(':');
        if (!Exists || parts.Length != 3 || !int.TryParse(parts[2], out var number))
        {
            Nothing(true);
            return;
        }

        if (parts[0] == "check")
        {
            await Check(entry, number);
            return;
        }

        var older = parts[0] == "void" ? await Window(State.Hops - State.Negated + 1) : new Dictionary<int, Hop>();
        try
        {
            Change(now =>
            {
                if (parts[0] == "offer")
                {
                    RoseRules.Expire(State, number, settings.At(now));
                }
                else
                {
                    RoseRules.ContinueVoid(State, number, older);
                }

                return true;
            });
            await CommitAsync();
        }
        catch (LedgerException e) when (e.Failure == LedgerFailure.AlreadyDone)
        {
        }
    }

    private async Task<Receipt> Act(Func<Moment, Outcome> rule)
    {
        if (!Exists)
        {
            return Nothing(Unknown);
        }

        var outcome = Change(now => rule(settings.At(now)));
        await CommitAsync();
        return new(outcome);
    }
}
