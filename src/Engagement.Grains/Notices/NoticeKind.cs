using Engagement.Contracts;

namespace Engagement.Grains.Notices;

/// <summary>What a line of the inbox tells.</summary>
public enum NoticeKind
{
    /// <summary>A rose addressed to me waits.</summary>
    Arrived = 0,

    /// <summary>Somebody took the rose that I gave.</summary>
    Opened,

    /// <summary>Whoever took it passed it on, and it was taken: the first step after mine.</summary>
    PassedOn,

    /// <summary>Whoever took it thanked me.</summary>
    Thanked,

    /// <summary>Nobody took it and it came back.</summary>
    CameBack,

    /// <summary>The last share of my bouquet was taken.</summary>
    BouquetTaken,

    /// <summary>What was left of my bouquet came home.</summary>
    BouquetLeft,

    /// <summary>My own words were read and show now.</summary>
    LetterShown,

    /// <summary>My own words don't show; the preset does.</summary>
    LetterRefused,

    /// <summary>My name was read and shows now.</summary>
    NameShown,

    /// <summary>My name doesn't show.</summary>
    NameRefused,

    /// <summary>An organiser gave me roses for bouquets.</summary>
    Budget,

    /// <summary>Whoever I helped confirmed it.</summary>
    ActConfirmed,

    /// <summary>A reviewer accepted what I logged.</summary>
    ActAccepted,

    /// <summary>A reviewer did not accept what I logged.</summary>
    ActRejected,

    /// <summary>A reviewer wants to know more.</summary>
    ActAsked,

    /// <summary>The waitlist moved up to me.</summary>
    ActivityOffered,

    /// <summary>What was kept for me ran out.</summary>
    ActivityLapsed,

    /// <summary>An organiser confirmed my sign-up.</summary>
    ActivityAdmitted,

    /// <summary>An organiser took my place back.</summary>
    ActivityRefused,

    /// <summary>Time or place changed: I am to say yes again.</summary>
    ActivityMoved,

    /// <summary>Something else changed.</summary>
    ActivityChanged,

    /// <summary>It does not take place.</summary>
    ActivityCancelled,

    /// <summary>It is tomorrow.</summary>
    ActivityTomorrow,

    /// <summary>Somebody noted that I did not come.</summary>
    ActivityMissed,

    /// <summary>My company honoured a good-deed letter.</summary>
    DeedHonoured,

    /// <summary>My company refused a good-deed letter.</summary>
    DeedRefused,

    /// <summary>My objection to a board was found right.</summary>
    ObjectionUpheld,

    /// <summary>My objection to a board was not found right.</summary>
    ObjectionDismissed,

    /// <summary>What I asked to correct in my civic record is corrected.</summary>
    RecordCorrected,

    /// <summary>What I asked to correct in my civic record stays as it is.</summary>
    RecordDeclined,

    /// <summary>What I asked for went on, or can't be done.</summary>
    NeedAnswered,

    /// <summary>An activity of mine is over and not settled: working days are left.</summary>
    ActivityUnsettled,

    /// <summary>An activity of mine was not settled within the law's working days.</summary>
    ActivityOverdue,

    /// <summary>An activity in my district was not settled within the law's working days.</summary>
    ActivityLate,

    /// <summary>The star that I applied for is shown to the public.</summary>
    StarShown,

    /// <summary>I have a new star.</summary>
    StarAwarded,

    /// <summary>The star that I applied for was declined.</summary>
    StarRefused,

    /// <summary>A certificate of mine was taken back.</summary>
    CertificateRevoked,

    /// <summary>Hours in a certificate of mine were corrected.</summary>
    CertificateSuperseded,

    /// <summary>Another account says that my ID number is theirs.</summary>
    IdentityClaimed,

    /// <summary>That claim was declined: the number stays with me.</summary>
    IdentityKept,

    /// <summary>The account that I claimed is joined with mine.</summary>
    IdentityJoined,

    /// <summary>My claim was declined.</summary>
    IdentityDeclined,

    /// <summary>My account was joined with the one that claimed it.</summary>
    IdentityPassed,

    /// <summary>Hours of another system wait for my yes.</summary>
    HoursOffered,
}

/// <summary>One line of a person's inbox. Never stored: computed from what it is about (docs/decisions/0014).</summary>
/// <param name="Kind">What it tells.</param>
/// <param name="At">When it happened.</param>
/// <param name="Rose">The rose it is about; default for none.</param>
/// <param name="Bouquet">The bouquet it is about; default for none.</param>
/// <param name="Other">Who did it; default when the person must not know, or nobody did.</param>
/// <param name="Number">Roses, working days that are left, a star, or rows, where it tells a number.</param>
public sealed record Notice(NoticeKind Kind, DateTimeOffset At, RoseId Rose = default, BouquetId Bouquet = default, ParticipantId Other = default, long Number = 0)
{
    /// <summary>The civic act it is about; default for none.</summary>
    public CivicActId Act { get; init; }

    /// <summary>The volunteer activity it is about; default for none.</summary>
    public ActivityId Activity { get; init; }

    /// <summary>The order of the needs market it is about; default for none.</summary>
    public NeedId Need { get; init; }

    /// <summary>Number of the shift in it.</summary>
    public int Shift { get; init; }

    /// <summary>Name of what it is about, where organisers gave it one; null otherwise.</summary>
    public string? About { get; init; }

    /// <summary>The certificate it is about; default for none.</summary>
    public CertificateNumber Certificate { get; init; }

    /// <summary>Why, as the name of the words that say it; null where there is nothing to say.</summary>
    public string? Why { get; init; }

    /// <summary>The period of boards that it is about; empty for none.</summary>
    public string Period { get; init; } = "";

    /// <summary>What it belongs to in the person's choices.</summary>
    public NoticeTopics Topic => Kind switch
    {
        NoticeKind.Arrived => NoticeTopics.Gifts,
        NoticeKind.Opened or NoticeKind.PassedOn => NoticeTopics.Travels,
        NoticeKind.Thanked => NoticeTopics.Thanks,
        NoticeKind.CameBack or NoticeKind.BouquetTaken or NoticeKind.BouquetLeft => NoticeTopics.Returns,
        (>= NoticeKind.ActivityOffered and <= NoticeKind.ActivityMissed) or (>= NoticeKind.NeedAnswered and <= NoticeKind.ActivityLate) => NoticeTopics.Activities,
        _ => NoticeTopics.Account,
    };
}
