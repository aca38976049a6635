using Engagement.Contracts;

namespace Engagement.Grains.Activities;

/// <summary>Whose sign-up, and for which shift of the activity.</summary>
[GenerateSerializer, Immutable, Alias("eng.activity.who")]
public readonly record struct SignUpKey([property: Id(0)] ParticipantId Person, [property: Id(1)] int Shift);

/// <summary>
/// One person's sign-up for one shift: small, for an activity may have thousands and is written as a whole. 0 to 19: where the person
/// stands; 20 to 39: attendance.
/// </summary>
[GenerateSerializer, OmitDefaultMemberValues, Alias("eng.activity.entry")]
public sealed partial class SignUp
{
    /// <summary>Order of arrival in the activity, from 1: the waitlist's order. A new one for who left and came again.</summary>
    [Id(0)] public int Number { get; set; }

    /// <summary>Where the person stands.</summary>
    [Id(1)] public SignUpState State { get; set; }

    /// <summary>Unix milliseconds since which they stand there.</summary>
    [Id(2)] public long At { get; set; }

    /// <summary>Unix milliseconds of their first sign-up.</summary>
    [Id(3)] public long Since { get; set; }

    /// <summary>The person's latest command: it again, or an older one, changes nothing.</summary>
    [Id(4)] public CommandId Last { get; set; }

    /// <summary>Unix milliseconds until which an offer or a change can be answered; 0 for none.</summary>
    [Id(5)] public long Until { get; set; }

    /// <summary>The hold of the person's time on which the place was given (<see cref="HoldReceipt.Until"/>).</summary>
    [Id(6)] public long Hold { get; set; }

    /// <summary>The person, and their record of bookings, are to hear of the latest change.</summary>
    [Id(7)] public bool Untold { get; set; }

    /// <summary>On the insured list.</summary>
    [Id(8)] public bool Insured { get; set; }

    /// <summary>Why they took it back late, or did not come.</summary>
    [Id(9)] public ExcuseReason Reason { get; set; }

    /// <summary>Who noted that they did not come; default for nobody.</summary>
    [Id(10)] public ParticipantId MarkedBy { get; set; }

    /// <summary>Unix milliseconds of that note; 0 for none.</summary>
    [Id(11)] public long MarkedAt { get; set; }

    /// <summary>What they said afterwards.</summary>
    [Id(12)] public ActivityFeedback Feedback { get; set; }

    /// <summary>An organiser looked at this person and said yes: no second look after a change.</summary>
    [Id(13)] public bool Admitted { get; set; }

    /// <summary>Unix milliseconds of the check-in, by the server; 0 for none. Written by attendance.</summary>
    [Id(20)] public long In { get; set; }

    /// <summary>Whether a place of the shift is theirs, or kept for them.</summary>
    public bool HasPlace => State is SignUpState.Confirmed or SignUpState.Offered or SignUpState.Asked or SignUpState.Reconfirm;

    /// <summary>Whether the shift is theirs to come to: also who did not answer a change comes if they come.</summary>
    public bool MayCome => State is SignUpState.Confirmed or SignUpState.Reconfirm;
}
