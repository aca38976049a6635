using Engagement.Contracts;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Activities;

/// <summary>An activity's record: what it is and who comes (0 to 49), attendance (50 to 79).</summary>
[GenerateSerializer, OmitDefaultMemberValues, Alias("eng.activity.state")]
public sealed partial class ActivityState : LedgerState
{
    /// <summary>Name of the record in keys.</summary>
    public const string Kind = "activity";

    /// <summary>Its own id.</summary>
    [Id(0)] public ActivityId Id { get; set; }

    /// <summary>Id of the organisation that organises and records.</summary>
    [Id(1)] public string Organisation { get; set; } = "";

    /// <summary>Where it is in its life.</summary>
    [Id(2)] public ActivityStage Stage { get; set; }

    /// <summary>What everybody reads.</summary>
    [Id(3)] public ActivityDetails Details { get; set; } = new();

    /// <summary>Its shifts, earliest number first.</summary>
    [Id(4)] public List<ShiftState> Shifts { get; set; } = [];

    /// <summary>What only people with a place read, sealed under <see cref="Salt"/>; null for none. Emptied when the activity is settled or cancelled.</summary>
    [Id(5)] public byte[]? Private { get; set; }

    /// <summary>Seals <see cref="Private"/>.</summary>
    [Id(6)] public byte[] Salt { get; set; } = [];

    /// <summary>Unix milliseconds at which it was written first.</summary>
    [Id(7)] public long CreatedAt { get; set; }

    /// <summary>Who wrote or handed it in, at most <see cref="WritersKept"/>: none of them reviews it.</summary>
    [Id(8)] public List<ParticipantId> Writers { get; set; } = [];

    /// <summary>Unix milliseconds at which it was handed in last.</summary>
    [Id(9)] public long SubmittedAt { get; set; }

    /// <summary>Who decided last.</summary>
    [Id(10)] public ParticipantId ReviewedBy { get; set; }

    /// <summary>Unix milliseconds of that decision.</summary>
    [Id(11)] public long ReviewedAt { get; set; }

    /// <summary>Why it was sent back or cancelled; null for no reason.</summary>
    [Id(12)] public string? Reason { get; set; }

    /// <summary>Unix milliseconds at which it was published; 0 before.</summary>
    [Id(13)] public long PublishedAt { get; set; }

    /// <summary>Unix milliseconds of the latest change after that; 0 for none.</summary>
    [Id(14)] public long ChangedAt { get; set; }

    /// <summary>Unix milliseconds of the cancellation; 0 for none.</summary>
    [Id(15)] public long CancelledAt { get; set; }

    /// <summary>Number of the insurance policy; null for none.</summary>
    [Id(16)] public string? Policy { get; set; }

    /// <summary>Sign-ups, those that were taken back included.</summary>
    [Id(17)] public Dictionary<SignUpKey, SignUp> SignUps { get; set; } = [];

    /// <summary>Sign-ups numbered so far.</summary>
    [Id(18)] public int Numbered { get; set; }

    /// <summary>Shifts numbered so far.</summary>
    [Id(19)] public int ShiftsNumbered { get; set; }

    /// <summary>Sign-ups that are <see cref="SignUp.Untold"/>.</summary>
    [Id(20)] public int Untold { get; set; }

    /// <summary>Unix milliseconds at which the next offer or change runs out unanswered; 0 for none.</summary>
    [Id(21)] public long NextAnswer { get; set; }

    /// <summary>Recent commands of organisers and reviewers. A participant's are in their sign-up.</summary>
    [Id(22)] public CommandLog Commands { get; set; } = new();

    /// <summary>Writers remembered.</summary>
    public const int WritersKept = 20;

    /// <summary>The shift with this number; null for none.</summary>
    public ShiftState? Shift(int number) => Shifts.Find(shift => shift.Number == number);

    /// <summary>Where a person stands with a shift; null when they never signed up.</summary>
    public SignUp? SignUpOf(ParticipantId person, int shift) => SignUps.GetValueOrDefault(new(person, shift));

    /// <summary>Unix milliseconds at which the first shift begins; 0 without shifts.</summary>
    public long Start => Shifts.Count == 0 ? 0 : Shifts.Min(shift => shift.Start);

    /// <summary>Unix milliseconds at which the last shift ends, extensions included.</summary>
    public long End => Shifts.Count == 0 ? 0 : Shifts.Max(shift => shift.LastMoment);

    /// <summary>Whether people may sign up, come and go.</summary>
    public bool IsOpen => Stage is ActivityStage.Published or ActivityStage.Running;

    /// <summary>Whether it may start: where there is danger, not without insurance (Regulation on Voluntary Services, article 17).</summary>
    public bool IsCovered => !Details.Danger || Policy is not null;

    /// <summary>Whether this person may take part: where there is danger, only who is on the insured list.</summary>
    public bool Covers(SignUp signUp) => !Details.Danger || Policy is not null && signUp.Insured;
}
