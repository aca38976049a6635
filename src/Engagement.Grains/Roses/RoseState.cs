using Engagement.Contracts;
using Engagement.Grains.Paper;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Roses;

/// <summary>Where a rose is in its life. Kept is no state but a label: held and not passed on for 72 h (docs/decisions/0002).</summary>
public enum RoseStatus
{
    /// <summary>No record.</summary>
    None = 0,

    /// <summary>Given, not taken yet.</summary>
    Offered,

    /// <summary>In somebody's hands; they may be offering it on.</summary>
    Held,

    /// <summary>Never taken; the sender's allowance is restored.</summary>
    Returned,

    /// <summary>Taken back by its sender; the allowance is restored.</summary>
    Withdrawn,

    /// <summary>Voided by an operator.</summary>
    Voided,
}

/// <summary>A rose's record, its first hop included; older hops are in the list <c>hops:id</c>.</summary>
[GenerateSerializer, OmitDefaultMemberValues, Alias("eng.rose.state")]
public sealed partial class RoseState : LedgerState
{
    /// <summary>Name of the record in keys.</summary>
    public const string Kind = "rose";

    /// <summary>Its own id.</summary>
    [Id(0)] public RoseId Id { get; set; }

    /// <summary>Where it is.</summary>
    [Id(1)] public RoseStatus Status { get; set; }

    /// <summary>Who gave it first.</summary>
    [Id(2)] public ParticipantId Sender { get; set; }

    /// <summary>Unix milliseconds of its birth.</summary>
    [Id(3)] public long BornAt { get; set; }

    /// <summary>Shanghai day of its birth.</summary>
    [Id(4)] public int BornDay { get; set; }

    /// <summary>Offers ever made.</summary>
    [Id(5)] public int Offers { get; set; }

    /// <summary>The open offer; null when there is none.</summary>
    [Id(6)] public Offer? Offer { get; set; }

    /// <summary>Hops ever made, not only the one kept here.</summary>
    [Id(7)] public int Hops { get; set; }

    /// <summary>The newest hop.</summary>
    [Id(8)] public Hop? Latest { get; set; }

    /// <summary>Recent commands.</summary>
    [Id(9)] public CommandLog Commands { get; set; } = new();

    /// <summary>The bouquet it came out of; default for one that was sent.</summary>
    [Id(10)] public BouquetId Bouquet { get; set; }

    /// <summary>After a void: hops whose counts are negated so far, from the newest down.</summary>
    [Id(11)] public int Negated { get; set; }

    /// <summary>People who reported it, at most 20 kept; more change nothing.</summary>
    [Id(12)] public List<ParticipantId>? Reporters { get; set; }

    /// <summary>Offers whose held text is waiting or was decided after the hop left the record.</summary>
    [Id(13)] public List<LetterReview>? Reviews { get; set; }

    /// <summary>Its sender gave it without a name: hidden for good, whatever becomes of the offer.</summary>
    [Id(17)] public bool Anonymous { get; set; }

    /// <summary>Unix milliseconds of the return, withdrawal or void.</summary>
    [Id(14)] public long SettledAt { get; set; }

    /// <summary>Unix milliseconds of the first report.</summary>
    [Id(15)] public long ReportedAt { get; set; }

    /// <summary>Of the reporters, how many a moderator answered by leaving the rose as it is.</summary>
    [Id(16)] public int ClearedReports { get; set; }

    /// <summary>What the last offer said when it ended with nobody taking it: its writer may send it again. Null once offered anew.</summary>
    [Id(18)] public Letter? Unsent { get; set; }

    /// <summary>Unix milliseconds at which an offer of its holder came back with nobody taking it; 0 once offered anew.</summary>
    [Id(19)] public long BackAt { get; set; }

    /// <summary>Born from a printed code, and passed on by it; null for a rose that was given.</summary>
    [Id(20)] public PaperOrigin? Paper { get; set; }

    /// <summary>A station handed it out, or holds it: the one end of its first hop is no person, so that hop is on no board of persons and brings one person only.</summary>
    [Id(40)] public bool Placed { get; set; }

    /// <summary>Times that it was left at a station: those ends of its hops are no persons either.</summary>
    [Id(41)] public int Lain { get; set; }

    /// <summary>The latest taker's place among the hands that it went through, from 1.</summary>
    public int LatestPlace => Hops + (Placed && Paper is null ? 0 : 1) - Lain;

    /// <summary>A sticker's: nothing of it is counted (OR-03).</summary>
    public bool IsFree => Paper?.Free == true;

    /// <summary>Lies at a station for the next visitor.</summary>
    public bool Lies => Status == RoseStatus.Held && Latest?.Station == HopPlace.To;

    /// <summary>Distinct people of a rose of at most one hop; longer ones count them in a guard.</summary>
    public int FewPeople => Hops + (Placed ? 0 : 1);

    /// <summary>Waits in the moderators' queue.</summary>
    public bool IsReported => Status != RoseStatus.Voided && Reporters is { } reporters && reporters.Count > ClearedReports;

    /// <summary>Unix milliseconds since which it is where it is: of the newest hop, or of its birth.</summary>
    public long Since => Latest?.At ?? BornAt;

    /// <summary>The person who holds it; the sender while it was never taken.</summary>
    public ParticipantId Holder => Latest?.To ?? Sender;

    /// <summary>Older hops, put here by `recount` only; never part of the record.</summary>
    [field: NonSerialized] internal IReadOnlyList<Hop>? Older { get; set; }
}

/// <summary>A moderator's decision about the text of an offer.</summary>
[GenerateSerializer, OmitDefaultMemberValues, Immutable, Alias("eng.rose.review")]
public readonly record struct LetterReview([property: Id(0)] int Offer, [property: Id(1)] TextState State, [property: Id(2)] long At = 0);
