using System.Buffers.Binary;
using Engagement.Contracts;
using Engagement.Grains.Paper;
using Engagement.Grains.Rankings;
using Engagement.Grains.Storage;
using StackExchange.Redis;

namespace Engagement.Grains.Roses;

/// <summary>What a rose stands for outside its record: the one place that names its keys.</summary>
internal static class RoseEffects
{
    public const string Agenda = "agenda";
    public const string Letters = "letters";
    public const string Reports = "reports";
    public const string Latest = "latest";

    public static string Hops(RoseId rose) => $"hops:{rose}";

    public static string People(RoseId rose) => $"people:{rose}";

    public static string Held(ParticipantId person) => $"held:{person}";

    public static string Sent(ParticipantId person) => $"sent:{person}";

    public static string Received(ParticipantId person) => $"received:{person}";

    /// <summary>Roses that lie at a station for the next visitor, those that have lain longest first.</summary>
    public static string Lying(ParticipantId station) => $"lying:{station}";

    /// <summary>Where a rose is after a hop: in a hand, or at a station for the next visitor.</summary>
    public static string Place(Hop hop) => hop.Station == HopPlace.To ? Lying(hop.To) : Held(hop.To);

    /// <summary>What a hop brought its taker. A station that keeps a rose for somebody else has received nothing.</summary>
    public static IEnumerable<Index> Arrived(RoseState rose, Hop hop) => hop.Station == HopPlace.To ? [] : [new(Received(hop.To), Member(rose.Id), hop.At)];

    public static string Inbox(ParticipantId person) => $"inbox:{person}";

    public static RedisValue Member(RoseId rose) => OpaqueId.Bytes(rose.Value);

    public static string Expiry(RoseId rose, int offer) => $"offer:{rose}:{offer}";

    public static string Restore(ParticipantId person, RoseId rose) => $"restore:{person}:{rose}";

    public static string Negate(RoseId rose, int hop) => $"void:{rose}:{hop}";

    public static string Letter(RoseId rose, int offer) => $"{rose}:{offer}";

    public static string CheckOf(RoseId rose, int offer) => $"check:{rose}:{offer}";

    /// <summary>A message to the rose: have the words of its open offer checked by WeChat.</summary>
    public static Index[] Check(RoseState rose) => rose.Offer is { Letter.Checking: true } offer
        ? [new(Agenda, CheckOf(rose.Id, offer.Number), offer.At)]
        : [];

    /// <summary>A rose that came into the world.</summary>
    public static Effect[] Birth(RoseState rose) => rose.Paper is not null ? PaperEffects.Birth(rose) :
    [
        new Count("totals", "sent", 1),
        new Count("sent", rose.BornDay, 1),
        new Index(Sent(rose.Sender), Member(rose.Id), rose.BornAt),
    ];

    /// <summary>An open offer.</summary>
    public static IEnumerable<Effect> Open(RoseState rose, Offer offer)
    {
        yield return new Index(Agenda, Expiry(rose.Id, offer.Number), offer.Due);
        if (!offer.To.IsNone && !offer.Silenced)
        {
            yield return new Index(Inbox(offer.To), Member(rose.Id), offer.At);
        }
    }

    /// <summary>The inverse of <see cref="Open"/>; the expiry entry is taken by its own step, otherwise unindexed.</summary>
    public static IEnumerable<Effect> Close(RoseState rose, Offer offer, bool due)
    {
        var entry = Expiry(rose.Id, offer.Number);
        yield return due ? new Take(Agenda, entry) : new Unindex(Agenda, entry);
        if (!offer.To.IsNone && !offer.Silenced)
        {
            yield return new Unindex(Inbox(offer.To), Member(rose.Id));
        }
    }

    /// <summary>A text that waits for a moderator, oldest first.</summary>
    public static IEnumerable<Effect> Waiting(RoseState rose, int offer, Letter letter) =>
        letter.TextState == TextState.Held ? [new Index(Letters, Letter(rose.Id, offer), letter.WrittenAt)] : [];

    /// <summary>What a hop counts: always for the city, and for units and persons once per pair and day. One of a sticker counts nothing.</summary>
    public static IEnumerable<Effect> Hop(RoseState rose, Hop hop, int receiptsPerDay) => rose.IsFree ? [] :
    [
        new Count("totals", "claimed", 1),
        new Count("claimed", hop.Day, 1),
        .. PaperEffects.Passed(rose, 1),
        new Once(hop.PairGuard, hop.PairMember, hop.Owner(rose.Id), [.. Attributed(rose, hop, 1)])
        {
            Limit = hop.ReceiptCounter, LimitField = OpaqueId.Bytes(hop.To.Value), Max = receiptsPerDay,
        },
    ];

    /// <summary>Exactly the inverse of <see cref="Hop"/>, from what the hop itself stores.</summary>
    public static IEnumerable<Effect> NegateHop(RoseState rose, Hop hop) => rose.IsFree ? [] :
    [
        new Count("totals", "claimed", -1),
        new Count("claimed", hop.Day, -1),
        .. PaperEffects.Passed(rose, -1),
        new Undo(hop.PairGuard, hop.PairMember, hop.Owner(rose.Id), [.. Attributed(rose, hop, -1)]),
    ];

    /// <summary>The people of the chain whom this hop brought: from the second hop on, each distinct person once.</summary>
    public static IEnumerable<Once> Joined(RoseState rose, Hop hop, ParticipantId firstTaker) =>
        Newcomers(rose, hop, firstTaker).Select(person => new Once(People(rose.Id), OpaqueId.Bytes(person.Value), Number(hop), Chain(rose, hop, 1)));

    /// <summary>The inverse of <see cref="Joined"/>.</summary>
    public static IEnumerable<Undo> Left(RoseState rose, Hop hop, ParticipantId firstTaker) =>
        Newcomers(rose, hop, firstTaker).Select(person => new Undo(People(rose.Id), OpaqueId.Bytes(person.Value), Number(hop), Chain(rose, hop, -1)));

    // Chains of two are not ranked: three million of them would be the largest board of all and the dullest.
    private static IEnumerable<ParticipantId> Newcomers(RoseState rose, Hop hop, ParticipantId firstTaker)
    {
        IEnumerable<ParticipantId> first = hop.Number != 2 ? []
            : !rose.Placed ? [rose.Sender, firstTaker]
            : rose.Paper is null ? [firstTaker] : [rose.Sender]; // a station handed it out, or its finder left the paper at one
        return hop.Number == 1 || hop.Station == HopPlace.To ? first : first.Append(hop.To);
    }

    private static Effect[] Chain(RoseState rose, Hop hop, int n) => rose.IsFree ? [] : [.. Boards.Ranks(Boards.Chain, Member(rose.Id), n, hop.Day, hop.Second), .. PaperEffects.Person(rose, hop, n)];

    private static IEnumerable<Effect> Attributed(RoseState rose, Hop hop, int n)
    {
        yield return new Count(hop.ReceiptCounter, OpaqueId.Bytes(hop.To.Value), n);
        var units = new (string Board, RedisValue Member)[]
        {
            (Boards.District, hop.Giver.District), (Boards.Community, hop.Giver.Community),
            (Boards.Organisation, hop.Giver.Organisation), (Boards.Company, hop.Giver.Company),
            (Boards.Person, hop.Letter.Anonymous || rose.Placed && hop.Number == 1 || hop.Station != HopPlace.None ? RedisValue.Null : OpaqueId.Bytes(hop.From.Value)),
        };
        foreach (var (board, member) in units.Where(unit => !unit.Member.IsNull))
        {
            foreach (var rank in Boards.Ranks(board, member, n, hop.Day, hop.Second))
            {
                yield return rank;
            }
        }
    }

    private static byte[] Number(Hop hop)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, hop.Number);
        return bytes;
    }
}
