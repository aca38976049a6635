using Engagement.Contracts;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Roses;

internal sealed partial class RoseInHand
{
    private SendReceipt DecideOffer(CommandId command, ParticipantId by, LetterWords words, WriterCard writer, ParticipantId to, bool silenced, long wake,
        DateTimeOffset now)
    {
        var moment = tools.Settings.At(now);
        var content = Content.Of("offer", by.ToString(), words.Reason, words.Preset, words.Text, words.Addressee, to.ToString());
        var (letter, refused, field) = tools.Letters.Write(words, anonymous: false, writer.Salt!, now, writer.Checked);
        if (letter is null)
        {
            return new(refused, Field: field);
        }

        var (outcome, offer) = RoseRules.Offer(State, command, by, content, letter, to, silenced, moment, wake);
        return outcome == Outcome.Done
            ? new(Outcome.Done, State.Id, tools.Keys.LinkSecret(State.Id.Value, offer.Number),
                DateTimeOffset.FromUnixTimeMilliseconds(offer.Due), Held: letter.TextState == TextState.Held)
            : new(outcome);
    }

    // The offer that a secret belongs to, among the latest sixteen; 0 for none.
    private int OfferOf(string? secret)
    {
        for (var offer = State.Offers; secret is not null && offer > 0 && offer > State.Offers - 16; offer--)
        {
            if (tools.Keys.IsLinkSecret(State.Id.Value, offer, secret))
            {
                return offer;
            }
        }

        return 0;
    }

    // The guard of giver and taker among the effects of this turn: the commit's answer tells whether it took, so nobody
    // has to ask the store again. Null for a repeated command, whose hop was committed before.
    private Once? PairOf(int before)
    {
        for (var i = before; i < State.Effects.Count; i++)
        {
            if (State.Effects[i] is Once once && State.Latest is { } hop && once.Guard == hop.PairGuard)
            {
                return once;
            }
        }

        return null;
    }

    private async Task<bool> WasCounted(int number)
    {
        var hop = State.Hops == number ? State.Latest : (await tools.Reader.OlderHops(State.Id, number, 1)).SingleOrDefault();
        return hop is not null && await tools.Reader.IsCounted(State.Id, hop);
    }

    private async Task<Counted> LatestCounted()
    {
        if (State.Latest is not { Counted: Counted.Unknown } hop)
        {
            return State.Latest?.Counted ?? Counted.Unknown;
        }

        await ledger.DurableAsync();
        return await tools.Reader.IsCounted(State.Id, hop) ? Counted.Yes : Counted.No;
    }

    // The first hop and the step's worth below `end`, by number.
    private async Task<Dictionary<int, Hop>> Window(int end)
    {
        var from = Math.Max(1, end - RoseRules.NegatedPerStep);
        List<Hop> hops = [.. await tools.Reader.OlderHops(State.Id, 1, 1), .. await tools.Reader.OlderHops(State.Id, from, RoseRules.NegatedPerStep)];
        return hops.DistinctBy(hop => hop.Number).ToDictionary(hop => hop.Number);
    }
}
