using Engagement.Contracts;

namespace Engagement.Grains.Activities;

// Whether they came (20 to 39); the check-in's instant, In, is 20.
public sealed partial class SignUp
{
    /// <summary>Unix milliseconds of the check-out, by the server; 0 for none.</summary>
    [Id(21)] public long Out { get; set; }

    /// <summary>How the check-in was attested.</summary>
    [Id(22)] public AttendanceMethod InBy { get; set; }

    /// <summary>How the check-out was attested.</summary>
    [Id(23)] public AttendanceMethod OutBy { get; set; }

    /// <summary>Who scanned or ticked at the check-in; none when the volunteer scanned.</summary>
    [Id(24)] public ParticipantId InLed { get; set; }

    /// <summary>Who scanned, ticked or put it right at the check-out; none when the volunteer scanned.</summary>
    [Id(25)] public ParticipantId OutLed { get; set; }

    /// <summary>Signed up on the spot.</summary>
    [Id(26)] public bool WalkIn { get; set; }

    /// <summary>What an offline list said of the check-in; null otherwise.</summary>
    [Id(27)] public OfflineMark? InOffline { get; set; }

    /// <summary>What an offline list said of the check-out; null otherwise.</summary>
    [Id(28)] public OfflineMark? OutOffline { get; set; }

    /// <summary>An offline list came late, or its clock was turned: it counts when a reviewer has confirmed it.</summary>
    [Id(29)] public bool Doubtful { get; set; }

    /// <summary>Came and went, and nobody has to look at it: what a settlement attests.</summary>
    public bool Attended => In > 0 && Out > 0 && !Doubtful;
}

/// <summary>An entry of an offline list as it was sent.</summary>
/// <param name="Device">Unix milliseconds, by the phone.</param>
/// <param name="Counter">By the phone.</param>
/// <param name="Received">Unix milliseconds, by the server.</param>
[GenerateSerializer, Immutable, Alias("eng.activity.offline")]
public sealed record OfflineMark([property: Id(0)] long Device, [property: Id(1)] int Counter, [property: Id(2)] long Received);
