using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Control;
using Engagement.Grains.Notices;
using Engagement.Grains.Paper;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Roses;

/// <summary>What a claim needs to know of others, gathered before its turn.</summary>
/// <param name="TakerOpen">The taker's account is open.</param>
/// <param name="Blocked">The giver blocks the taker: answered as a rose already taken (RR-10).</param>
/// <param name="Giver">The giver's units now.</param>
/// <param name="SecretOffer">The offer whose secret was given; 0 for none.</param>
/// <param name="LatestCounted">Whether the latest hop was the counted one; Unknown without a hop.</param>
/// <param name="Hops">Hops when this was gathered: with another number it is about another giver.</param>
internal readonly record struct ClaimFacts(bool TakerOpen, bool Blocked, Attribution Giver, int SecretOffer, Counted LatestCounted, int Hops)
{
    /// <summary>When the giver's notices are to be looked at; 0 when nobody could tell them.</summary>
    public long Wake { get; init; }

    /// <summary>Of a rose of paper: where this hand-over is.</summary>
    public Whereabouts Here { get; init; }
}

/// <summary>The instant of a turn, and what the options make of it.</summary>
internal readonly record struct Moment(DateTimeOffset Now, DateTimeOffset Real, CampaignOptions Campaign, RoseOptions Roses)
{
    private readonly ControlNow? _control;

    /// <summary>What operators changed.</summary>
    public ControlNow Control { get => _control ?? ControlNow.Unchanged; init => _control = value; }

    public long Milliseconds => Now.ToUnixTimeMilliseconds();

    /// <summary>Roses that one person may give today.</summary>
    public int PerDay => Control.PerDay(ShanghaiDay.Of(Now)) ?? Roses.PerDay;

    /// <summary>Why nobody may do this now, whoever it is: the campaign's dates, and what operators switched off. Done when they may.</summary>
    public Outcome Stops(ControlField field) => Campaign.IsOpen(Now) ? Control.Stops(field) : Outcome.CampaignClosed;

    public long OfferDue => Now.AddHours(Roses.OfferHours).ToUnixTimeMilliseconds();
}

/// <summary>The rules of one rose: pure and synchronous. Each either refuses and changes nothing, or changes the record and adds the effects.</summary>
internal static partial class RoseRules
{
    /// <summary>A rose that is born: offered to whoever opens the link, or to one person.</summary>
    public static RoseState Born(RoseId id, ParticipantId sender, Letter letter, ParticipantId to, bool silenced, Moment moment) => new()
    {
        Id = id,
        Status = RoseStatus.Offered,
        Anonymous = letter.Anonymous,
        Sender = sender,
        BornAt = moment.Milliseconds,
        BornDay = ShanghaiDay.Of(moment.Now),
        Offers = 1,
        Offer = new() { Number = 1, At = moment.Milliseconds, Due = moment.OfferDue, To = to, Silenced = silenced, Letter = letter },
    };

    /// <summary>A rose that is born in a winner's hands, and everything that follows from it.</summary>
    public static RoseState Won(
        RoseId id, BouquetId bouquet, ParticipantId sender, ParticipantId winner, Letter letter, Attribution giver, Moment moment, out Effect[] effects)
    {
        var rose = new RoseState { Bouquet = bouquet };
        InHands(rose, id, sender, winner, letter, giver, moment, out effects);
        return rose;
    }

    /// <summary>A rose that a station hands out: born in the taker's hands, for no board of givers.</summary>
    public static RoseState HandedOut(RoseId id, StationId station, ParticipantId to, Letter letter, Moment moment, out Effect[] effects)
    {
        var rose = new RoseState { Placed = true };
        InHands(rose, id, station.InChains, to, letter, new(), moment, out effects);
        return rose;
    }

    /// <summary>A rose for a station's crew: born in the station's hands.</summary>
    public static RoseState LeftAt(StationId station, RoseId id, ParticipantId from, Letter letter, Attribution giver, Moment moment, out Effect[] effects)
    {
        var rose = new RoseState { Placed = true };
        InHands(rose, id, from, station.InChains, letter, giver, moment, out effects);
        return rose;
    }

    private static void InHands(
        RoseState rose, RoseId id, ParticipantId from, ParticipantId to, Letter letter, Attribution giver, Moment moment, out Effect[] effects)
    {
        (rose.Id, rose.Sender, rose.BornAt, rose.BornDay, rose.Offers) = (id, from, moment.Milliseconds, ShanghaiDay.Of(moment.Now), 1);
        rose.Follow(RoseEffects.Birth(rose));
        Take(rose, NextHop(rose, to, letter, giver, moment, offer: 1), Counted.Unknown, moment.Roses.ReceiptsPerDay);
        effects = [.. rose.Effects];
        rose.Settle(effects.Length);
    }

    private static Hop NextHop(RoseState rose, ParticipantId taker, Letter letter, Attribution giver, Moment moment, int offer) => new()
    {
        Number = rose.Hops + 1,
        From = rose.Holder,
        To = taker,
        At = moment.Milliseconds,
        Day = ShanghaiDay.Of(moment.Now),
        Second = moment.Campaign.SecondOf(moment.Now),
        Letter = letter,
        Giver = giver,
        Offer = offer,
    };

    /// <summary>Of all who try, one takes it; the giver's units count (design.md §5).</summary>
    public static ClaimReceipt Claim(RoseState rose, CommandId command, ClaimRose claim, ClaimFacts facts, Moment moment)
    {
        var content = Content.Of("claim", claim.By.ToString());
        if (rose.Commands.Seen(command, content, moment.Real) is { } seen)
        {
            return new(seen.Outcome, (int)seen.Value);
        }

        var refusal = ClaimRefusal(rose, claim, facts, moment);
        if (refusal != Outcome.Done)
        {
            return new(refusal);
        }

        var offer = rose.Offer!;
        var hop = NextHop(rose, claim.By, offer.Letter, facts.Giver, moment, offer.Number);
        rose.Follow([.. RoseEffects.Close(rose, offer, due: false)]);
        Take(rose, hop, facts.LatestCounted, moment.Roses.ReceiptsPerDay);
        rose.Follow([.. NoticeEffects.Wake(hop.From, facts.Wake)]);
        rose.Commands.Keep(command, content, hop.Number, moment.Real);
        return new(Outcome.Done, hop.Number);
    }

    /// <summary>Puts a hop on top: also how a bouquet's rose comes into its winner's hands.</summary>
    private static void Take(RoseState rose, Hop hop, Counted previousCounted, int receiptsPerDay)
    {
        var member = RoseEffects.Member(rose.Id);
        var firstTaker = rose.Latest?.To ?? hop.To; // read only for the second hop, whose previous one is the first
        if (rose.Latest is { } previous)
        {
            previous.Counted = previousCounted;
            rose.Follow(
                new Append(RoseEffects.Hops(rose.Id), previous),
                new Unindex(RoseEffects.Place(previous), member),
                new Index(RoseEffects.Sent(hop.From), member, hop.At));
        }
        else if (rose.Paper is not null)
        {
            rose.Follow(new Unindex(RoseEffects.Held(rose.Sender), member), new Index(RoseEffects.Sent(hop.From), member, hop.At));
        }

        (rose.Status, rose.Offer, rose.Latest, rose.Hops) = (RoseStatus.Held, null, hop, hop.Number);
        rose.Follow(
            [new Index(RoseEffects.Place(hop), member, hop.At), .. RoseEffects.Arrived(rose, hop),
                .. RoseEffects.Hop(rose, hop, receiptsPerDay), .. RoseEffects.Joined(rose, hop, firstTaker),
                .. rose.IsFree ? Array.Empty<Effect>() : [new Feed(RoseEffects.Latest, member, 100)]]);
    }

    private static Outcome ClaimRefusal(RoseState rose, ClaimRose claim, ClaimFacts facts, Moment moment)
    {
        if (!facts.TakerOpen)
        {
            return Outcome.SignInRequired;
        }

        var addressee = rose.Offer?.To ?? default;
        if (facts.SecretOffer == 0 && (addressee.IsNone || addressee == claim.By && rose.Offer!.Silenced))
        {
            return Outcome.NotFound;
        }

        return rose.Status switch
        {
            RoseStatus.Voided => Outcome.Voided,
            RoseStatus.Returned => Outcome.Returned,
            RoseStatus.Withdrawn => Outcome.Withdrawn,
            _ when rose.Offer is null => Outcome.AlreadyClaimed,
            _ when !addressee.IsNone && addressee != claim.By => rose.Holder == claim.By ? Outcome.OwnRose : Outcome.NotForYou,
            _ when addressee.IsNone && facts.SecretOffer < rose.Offer.Number => Outcome.AlreadyClaimed, // an older link: that offer is over
            _ when rose.Holder == claim.By => Outcome.OwnRose,
            _ when moment.Milliseconds >= rose.Offer.Due => Outcome.Returned,
            _ when facts.Blocked => Outcome.AlreadyClaimed,
            _ when rose.Latest?.From == claim.By => Outcome.DirectBounce,
            _ when moment.Stops(ControlField.Claiming) is var stopped and not Outcome.Done => stopped,
            _ when rose.Hops != facts.Hops => Outcome.Busy,
            _ => Outcome.Done,
        };
    }
}
