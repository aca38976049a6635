using Engagement.Contracts;

namespace Engagement.Grains.Volunteers;

public sealed partial class VolunteerState
{
    /// <summary>Accounts that may have been joined with one.</summary>
    public const int MergedKept = 8;

    /// <summary>Volunteer number, in <see cref="VolunteerNumber"/>'s form; never made of an ID number. Null before registration.</summary>
    [Id(10)] public string? Number { get; set; }

    /// <summary>Unix milliseconds of the registration.</summary>
    [Id(11)] public long Registered { get; set; }

    /// <summary>Of this record alone, as it outlives the person's own: what the law asks to keep stays readable for whoever the law names.</summary>
    [Id(12)] public byte[] Salt { get; set; } = [];

    /// <summary>HMAC of the mobile number.</summary>
    [Id(13)] public PhoneKey Phone { get; set; }

    /// <summary>Who compared the number with one that they knew; null for nobody.</summary>
    [Id(14)] public PhoneConfirmation? PhoneConfirmed { get; set; }

    /// <summary>Birth date as a Shanghai day, sealed under <see cref="Salt"/>.</summary>
    [Id(15)] public byte[]? Birth { get; set; }

    /// <summary>The real name; null at lower levels.</summary>
    [Id(16)] public SealedName? Real { get; set; }

    /// <summary>The real name that this account claims from another; null for none.</summary>
    [Id(17)] public SealedName? Claim { get; set; }

    /// <summary>Who looked at the real name, oldest first; at most <see cref="VolunteerSelf.Kept"/>.</summary>
    [Id(18)] public List<RealNameLook>? Looks { get; set; }

    /// <summary>Looks ever.</summary>
    [Id(19)] public int LooksEver { get; set; }

    /// <summary>The guardian's word; null when nobody spoke.</summary>
    [Id(20)] public GuardianWord? Guardian { get; set; }

    /// <summary>Children below 8 in this account.</summary>
    [Id(21)] public List<SealedChild>? Children { get; set; }

    /// <summary>Teams, and requests to join.</summary>
    [Id(22)] public List<Membership>? Teams { get; set; }

    /// <summary>What they offer.</summary>
    [Id(23)] public VolunteerProfile? Profile { get; set; }

    /// <summary>The account that goes on for this person; none for almost everybody.</summary>
    [Id(24)] public ParticipantId MergedInto { get; set; }

    /// <summary>Accounts that were joined with this one; at most <see cref="MergedKept"/>.</summary>
    [Id(25)] public List<ParticipantId>? MergedFrom { get; set; }

    /// <summary>Unix milliseconds at which the account was closed: nothing is shown to anybody since.</summary>
    [Id(26)] public long Locked { get; set; }

    /// <summary>Below 18 when it was last looked at, daily: keeps them off the boards of persons.</summary>
    [Id(27)] public bool Minor { get; set; }

    /// <summary>Consents, oldest first: per purpose, version and time (PA-01). At most one standing for each purpose.</summary>
    [Id(28)] public List<VolunteerConsent>? Consents { get; set; }

    /// <summary>Tries of today: matching must not be guessed.</summary>
    [Id(29)] public DailyTries Tries { get; set; }

    /// <summary>How well the person is known.</summary>
    public IdentityLevel Level => Locked > 0 || !MergedInto.IsNone || Registered == 0 ? IdentityLevel.WeChat
        : Real is { Hidden: 0 } ? IdentityLevel.RealName : IdentityLevel.Phone;
}

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
