using Engagement.Contracts;

namespace Engagement.Grains.Volunteers;

/// <summary>A real name at rest: sealed under the record's salt, matched by HMAC.</summary>
[GenerateSerializer, OmitDefaultMemberValues, Immutable, Alias("eng.volunteer.sealed")]
public sealed record SealedName
{
    /// <summary>The name, sealed.</summary>
    [Id(0)] public byte[] Name { get; init; } = [];

    /// <summary>The ID number, sealed.</summary>
    [Id(1)] public byte[] Number { get; init; } = [];

    /// <summary>HMAC of the number.</summary>
    [Id(2)] public RealNameKey Key { get; init; }

    /// <summary>HMAC of the name: for finding a volunteer by the exact name, and for proof.</summary>
    [Id(3)] public RealNameKey NameKey { get; init; }

    /// <summary>Unix milliseconds.</summary>
    [Id(4)] public long At { get; init; }

    /// <summary>Unix milliseconds since which the consent is taken back: nobody sees it; 0 while it stands.</summary>
    [Id(5)] public long Hidden { get; init; }

    /// <inheritdoc/>
    public override string ToString() => nameof(SealedName);
}

/// <summary>Who compared the mobile number with one that they knew.</summary>
[GenerateSerializer, Immutable, Alias("eng.volunteer.phone")]
public sealed record PhoneConfirmation([property: Id(0)] ParticipantId By, [property: Id(1)] string Scope, [property: Id(2)] long At);

/// <summary>What a guardian said last.</summary>
/// <param name="By">Who.</param>
/// <param name="Word">What.</param>
/// <param name="At">Unix milliseconds.</param>
/// <param name="Number">Grows with every word: an older code is dead.</param>
[GenerateSerializer, Immutable, Alias("eng.volunteer.guardian")]
public sealed record GuardianWord([property: Id(0)] ParticipantId By, [property: Id(1)] GuardianConsent Word, [property: Id(2)] long At, [property: Id(3)] int Number);

/// <summary>A child in a guardian's account, sealed under the guardian's salt.</summary>
[GenerateSerializer, Immutable, Alias("eng.volunteer.child.sealed")]
public sealed record SealedChild([property: Id(0)] int Number, [property: Id(1)] byte[] Name, [property: Id(2)] byte[] Birth);

/// <summary>A consent that was given.</summary>
/// <param name="Purpose">What for.</param>
/// <param name="Version">Version of the text.</param>
/// <param name="At">Unix milliseconds.</param>
/// <param name="Until">Unix milliseconds at which it was taken back; 0 while it stands.</param>
[GenerateSerializer, Immutable, Alias("eng.volunteer.consent")]
public readonly record struct VolunteerConsent(
    [property: Id(0)] ConsentPurpose Purpose, [property: Id(1)] int Version, [property: Id(2)] long At, [property: Id(3)] long Until);

/// <summary>Tries of a Shanghai day.</summary>
[GenerateSerializer, Immutable, Alias("eng.volunteer.tries")]
public readonly record struct DailyTries([property: Id(0)] int Day, [property: Id(1)] int Count)
{
    /// <summary>Tries that one volunteer has on a day.</summary>
    public const int Most = 10;

    /// <summary>One more; null when the day's are used up.</summary>
    public DailyTries? Next(int day) => Day != day ? new(day, 1) : Count >= Most ? null : new(day, Count + 1);
}

/// <summary>What a volunteer consents to, each on its own (PA-01). The numbers are stored.</summary>
public enum ConsentPurpose
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>The volunteer's record.</summary>
    Volunteering = 1,

    /// <summary>Real name and ID number: sensitive, so asked for separately (PIPL Art. 28, 29).</summary>
    RealName = 2,
}
