using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Roses;

/// <summary>One rose in memory while somebody is with it: everything that <see cref="IRoseGrain"/> says of a rose that exists.</summary>
internal sealed partial class RoseInHand(LedgerRecord<RoseState> ledger, RoseTools tools)
{
    private RoseState State => ledger.State;

    public async Task<ClaimReceipt> Claim(CommandId command, ClaimRose claim)
    {
        var taker = tools.Grains.Participant(claim.By).IsOpen();
        var giver = tools.Grains.Participant(State.Holder).AsGiver(claim.By);
        var gathered = State.Hops;
        var counted = await LatestCounted();
        var card = await giver;
        var facts = new ClaimFacts(await taker, card.Blocks, tools.Settings.Control.Attribute(card.Units),
            OfferOf(claim.Secret), counted, gathered) { Wake = card.Wake };

        var (receipt, pair) = ledger.Change(now =>
        {
            var before = State.Effects.Count;
            return (RoseRules.Claim(State, command, claim, facts, tools.Settings.At(now)), PairOf(before));
        });
        await ledger.CommitAsync();
        return receipt.Outcome == Outcome.Done ? receipt with { Counted = pair?.Took ?? await WasCounted(receipt.Hop) } : receipt;
    }

    public async Task<SendReceipt> Offer(CommandId command, ParticipantId by, LetterWords words, ParticipantId to)
    {
        var writer = await tools.Grains.Participant(by).Writer();
        if (writer.Salt is null)
        {
            return new(Outcome.SignInRequired);
        }

        var (silenced, wake) = (false, 0L);
        if (!to.IsNone && to != by)
        {
            var card = await tools.Grains.Participant(to).AsAddressee(by);
            if (!card.Open || card.Reach == Reach.Nobody)
            {
                return new(card.Open ? Outcome.Forbidden : Outcome.Invalid, Field: "to");
            }

            (silenced, wake) = (card.Blocks, card.Wake);
        }

        var receipt = ledger.Change(now => DecideOffer(command, by, words, writer, to, silenced, wake, now));
        await ledger.CommitAsync();
        return receipt;
    }

    public Task<Receipt> Withdraw(CommandId command, ParticipantId by) => Act(moment => RoseRules.Withdraw(State, command, by, moment));

    public async Task<Receipt> Thank(CommandId command, ParticipantId by, string phrase)
    {
        var hops = State.Hops;
        var wake = State.Latest is { } hop && hop.To == by ? await WakeOf(hop.From) : 0;
        return await Act(moment => RoseRules.Thank(State, command, by, phrase, moment, State.Hops == hops ? wake : 0));
    }

    public async Task<Receipt> Report(CommandId command, ParticipantId by, string reason)
    {
        // Only somebody who held it has seen a letter of it: reports can't be made up from an id.
        var held = State.Latest?.To == by || State.Hops > 1 && await tools.Reader.WasWith(State.Id, by);
        return await Act(moment => held ? RoseRules.Report(State, command, by, reason, moment) : Outcome.NotHolder);
    }

    public Task<Receipt> ClearReports(CommandId command, ParticipantId by, string reason) =>
        Act(moment => RoseRules.ClearReports(State, command, by, reason, moment));

    public async Task<Receipt> Review(CommandId command, ParticipantId by, int offer, bool pass)
    {
        var writer = State.WriterOf(offer);
        var wake = await WakeOf(writer);
        return await Act(moment => RoseRules.Review(State, command, by, offer, pass, moment, State.WriterOf(offer) == writer ? wake : 0));
    }

    public async Task<Receipt> Void(CommandId command, ParticipantId by, string reason)
    {
        var hops = State.Hops; // before anything is gathered: what is gathered belongs to this hop
        var counted = await LatestCounted();
        var older = await Window(hops);
        var outcome = ledger.Change(now => State.Hops != hops ? Outcome.Busy : RoseRules.Void(State, command, by, reason, older, counted, tools.Settings.At(now)));
        await ledger.CommitAsync();
        return new(outcome);
    }

    public async Task Due(string entry)
    {
        var parts = entry.Split(':');
        if (parts.Length != 3 || !int.TryParse(parts[2], out var number))
        {
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
            ledger.Change(now =>
            {
                if (parts[0] == "offer")
                {
                    RoseRules.Expire(State, number, tools.Settings.At(now));
                }
                else
                {
                    RoseRules.ContinueVoid(State, number, older);
                }

                return true;
            });
            await ledger.CommitAsync();
        }
        catch (LedgerException e) when (e.Failure == LedgerFailure.AlreadyDone)
        {
        }
    }

    private async Task<Receipt> Act(Func<Moment, Outcome> rule)
    {
        var outcome = ledger.Change(now => rule(tools.Settings.At(now)));
        await ledger.CommitAsync();
        return new(outcome);
    }
}
