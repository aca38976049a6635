using Engagement.Contracts;
using Engagement.Grains.Agenda;
using Engagement.Grains.Paper;
using Engagement.Grains.Storage;
using StackExchange.Redis;

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
                entries.Add(new Index(RoseEffects.Place(latest), RoseEffects.Member(Id), latest.At));
            }

            HopEntries(entries);
        }
        else if (Status == RoseStatus.Held)
        {
            entries.Add(new Index(RoseEffects.Held(Sender), RoseEffects.Member(Id), BornAt)); // of paper: in its finder's hands
        }

        entries.AddRange(PaperEffects.Waiting(this));

        if (Status == RoseStatus.Voided && Negated < Hops)
        {
            entries.Add(new Index(RoseEffects.Agenda, RoseEffects.Negate(Id, Hops - Negated), AgendaEntry.AtOnce));
        }

        if (IsReported)
        {
            entries.Add(new Index(RoseEffects.Reports, RoseEffects.Member(Id), ReportedAt));
        }

        return entries;
    }

    /// <summary>All hops, when the older ones were put in place.</summary>
    internal IReadOnlyList<Hop> AllHops => Latest is null ? [] : Older is { Count: > 0 } older ? [.. older, Latest] : [Latest];

    /// <inheritdoc/>
    internal override IEnumerable<Once> Former()
    {
        if (Negated == 0)
        {
            yield break;
        }

        var hops = AllHops;
        var people = new HashSet<RedisValue>();
        foreach (var hop in hops)
        {
            // Whoever came with an earlier hop was not brought by a later one.
            var brought = RoseEffects.Joined(this, hop, hops[0].To).Where(once => people.Add(once.Member)).ToArray();
            if (hop.Number <= Hops - Negated)
            {
                continue;
            }

            foreach (var once in brought.Concat(hop.Counted == Counted.Yes ? RoseEffects.Hop(this, hop, 0).OfType<Once>() : []))
            {
                yield return once;
            }
        }
    }

    private void HopEntries(List<Effect> entries)
    {
        var hops = AllHops;
        var firstTaker = hops[0].To;
        foreach (var hop in hops)
        {
            entries.AddRange(RoseEffects.Arrived(this, hop));
            if (hop.Number > 1 || Paper is not null)
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

    /// <summary>Unix milliseconds at which the own words of a hop were decided about; 0 for never.</summary>
    public long DecidedAt(Hop hop)
    {
        var review = Reviews?.Find(r => r.Offer == hop.Offer);
        return review is { Offer: > 0 } found ? found.At : hop.Letter.DecidedAt;
    }

    /// <summary>Whose words an offer says, while it is the open one or the latest hop's; default after that.</summary>
    public ParticipantId WriterOf(int offer) => Offer?.Number == offer ? Holder : Latest?.Offer == offer ? Latest.From : default;

    /// <summary>What an offer says, while it is the open one or the latest hop's; null after that.</summary>
    public Letter? LetterOf(int offer) => Offer?.Number == offer ? Offer.Letter : Latest?.Offer == offer ? Latest.Letter : null;
}
