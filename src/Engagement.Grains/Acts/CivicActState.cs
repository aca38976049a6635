using Engagement.Contracts;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Acts;

/// <summary>A civic act's record. There is no field for anything bad that a person did (CA-13).</summary>
[GenerateSerializer, OmitDefaultMemberValues, Alias("eng.act.state")]
public sealed partial class CivicActState : LedgerState
{
    /// <summary>Name of the record in keys.</summary>
    public const string Kind = "act";

    /// <summary>Steps kept; the audit log has all of them.</summary>
    public const int StepsKept = 40;

    /// <summary>Its own id.</summary>
    [Id(0)] public CivicActId Id { get; set; }

    /// <summary>Whose.</summary>
    [Id(1)] public ParticipantId Courier { get; set; }

    /// <summary>Id of the catalogue.</summary>
    [Id(2)] public string What { get; set; } = "";

    /// <summary>Unix milliseconds at which it was noted down on the phone.</summary>
    [Id(3)] public long At { get; set; }

    /// <summary>Shanghai day of <see cref="At"/>, like 20261123: the one whose cap it counts for.</summary>
    [Id(4)] public int Day { get; set; }

    /// <summary>Unix milliseconds at which it arrived.</summary>
    [Id(6)] public long LoggedAt { get; set; }

    /// <summary>The courier's company when it arrived; null for the pool of city riders.</summary>
    [Id(7)] public string? Company { get; set; }

    /// <summary>District's code as far as the courier said, else theirs; null for none.</summary>
    [Id(8)] public string? District { get; set; }

    /// <summary>Code of the town or street; null when not told.</summary>
    [Id(9)] public string? Community { get; set; }

    /// <summary>Content hash of the photo; null for none.</summary>
    [Id(10)] public string? Photo { get; set; }

    /// <summary>The courier's line for the reviewer, sealed under their salt; null for none.</summary>
    [Id(11)] public byte[]? Note { get; set; }

    /// <summary>How well it is attested now.</summary>
    [Id(12)] public EvidenceLevel Level { get; set; }

    /// <summary>Where its review is.</summary>
    [Id(13)] public ActReview Review { get; set; }

    /// <summary>Why it was rejected, lowered or sent back; None otherwise.</summary>
    [Id(14)] public ActReason Reason { get; set; }

    /// <summary>Who was helped, or whose rose said so, confirmed it.</summary>
    [Id(15)] public bool Confirmed { get; set; }

    /// <summary>Unix milliseconds from which on the review is late; 0 while nobody waits.</summary>
    [Id(16)] public long Due { get; set; }

    /// <summary>The review is late and was escalated.</summary>
    [Id(17)] public bool Overdue { get; set; }

    /// <summary>Who has it before them; default for nobody.</summary>
    [Id(18)] public ParticipantId Reviewer { get; set; }

    /// <summary>Unix milliseconds until which nobody else may take it.</summary>
    [Id(19)] public long LockedUntil { get; set; }

    /// <summary>Who decided last; another pair of eyes must be somebody else's.</summary>
    [Id(20)] public ParticipantId DecidedBy { get; set; }

    /// <summary>Unix milliseconds of the last decision.</summary>
    [Id(21)] public long DecidedAt { get; set; }

    /// <summary>It was appealed; it can't be again.</summary>
    [Id(22)] public bool WasAppealed { get; set; }

    /// <summary>The courier does not want to see it in any list that bears their name.</summary>
    [Id(23)] public bool Hidden { get; set; }

    /// <summary>What happened, oldest first, the newest <see cref="StepsKept"/>.</summary>
    [Id(24)] public List<ActStep> Steps { get; set; } = [];

    /// <summary>Recent commands.</summary>
    [Id(25)] public CommandLog Commands { get; set; } = new();

    /// <summary>As it was before the last decision; null when that can't be taken back.</summary>
    [Id(26)] public ActBefore? Before { get; set; }

    /// <summary>It scored once; the instants of ties stay on boards (ledger.md 11).</summary>
    [Id(27)] public bool Scored { get; set; }

    /// <summary>Digest of what was asked for when it was logged.</summary>
    [Id(28)] public ulong Content { get; set; }

    /// <summary>Unix milliseconds since which it waits for a reviewer: its place in the queue.</summary>
    [Id(29)] public long WaitsSince { get; set; }

    /// <summary>Photos that it ever showed: tells one showing from the next.</summary>
    [Id(30)] public int Photos { get; set; }

    /// <summary>Shanghai day on which it first scored: the day, week and campaign in which boards count it. 0 while it never did.</summary>
    [Id(60)] public int ScoredDay { get; set; }

    /// <summary>Seconds of that instant since the campaign's start: decides ties on boards.</summary>
    [Id(61)] public int ScoredSecond { get; set; }

    /// <summary>Monday of the Shanghai week in which a reviewer first decided it, like 20261123; 0 while nobody did.</summary>
    [Id(62)] public int WaitedWeek { get; set; }

    /// <summary>Hours for which it had waited then, begun ones counted whole: 1 to <see cref="MostHours"/>.</summary>
    [Id(63)] public int WaitedHours { get; set; }

    /// <summary>Longer waits are counted as so many hours.</summary>
    public const int MostHours = 240;

    /// <summary>Whether it counts for its company: somebody else attests it. What is rejected or withdrawn is at E0 again.</summary>
    public bool Scores => Level >= EvidenceLevel.E1;

    /// <summary>Whether a reviewer is to decide.</summary>
    public bool IsWaiting => Review is ActReview.Waiting or ActReview.SecondLook or ActReview.Appealed;
}
