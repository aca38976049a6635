using Engagement.Grains.Storage;

namespace Engagement.Grains.Roses;

public sealed partial class RoseState
{
    /// <inheritdoc/>
    internal override IEnumerable<Effect> Derived()
    {
        if (Status == RoseStatus.None)
        {
            return [];
        }

        List<Effect> entries = [.. RoseEffects.Birth(this)];
        if (Offer is { } offer)
        {
            entries.AddRange(RoseEffects.Open(this, offer));
            entries.AddRange(RoseEffects.Waiting(this, offer.Number, offer.Letter));
        }

        if (Latest is { } latest)
        {
            if (Status == RoseStatus.Held)
            {
                entries.Add(new Index(RoseEffects.Held(latest.To), RoseEffects.Member(Id), latest.At));
            }

            HopEntries(entries);
        }

        if (Status == RoseStatus.Voided && Negated < Hops)
        {
            entries.Add(new Index(RoseEffects.Agenda, RoseEffects.Negate(Id, Hops - Negated), SettledAt));
        }

        if (Reporters is { Count: > 0 })
        {
            entries.Add(new Index(RoseEffects.Reports, RoseEffects.Member(Id), ReportedAt));
        }

        return entries;
    }

    private void HopEntries(List<Effect> entries)
    {
        var hops = Older is { Count: > 0 } older ? [.. older, Latest!] : new List<Hop> { Latest! };
        var firstTaker = hops[0].To;
        foreach (var hop in hops)
        {
            entries.Add(new Index(RoseEffects.Received(hop.To), RoseEffects.Member(Id), hop.At));
            if (hop.Number > 1)
            {
                entries.Add(new Index(RoseEffects.Sent(hop.From), RoseEffects.Member(Id), hop.At));
            }

            if (ReviewOf(hop) == TextState.Held)
            {
                entries.AddRange(RoseEffects.Waiting(this, hop.Offer, hop.Letter));
            }

            if (Status != RoseStatus.Voided || hop.Number <= Hops - Negated)
            {
                entries.AddRange(RoseEffects.Hop(this, hop, 0));
                entries.AddRange(RoseEffects.Joined(this, hop, firstTaker));
            }
        }
    }

    /// <summary>How the text of a hop stands, after reviews that came when it had left the record.</summary>
    public TextState ReviewOf(Hop hop)
    {
        var review = Reviews?.Find(r => r.Offer == hop.Offer);
        return review is { Offer: > 0 } found ? found.State : hop.Letter.TextState;
    }
}
