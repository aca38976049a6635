namespace Engagement.Contracts;

/// <summary>Becoming a volunteer (L1).</summary>
/// <param name="Phone">HMAC of the mobile number; the number itself goes no further than the form.</param>
/// <param name="Birth">Birth date as a Shanghai day, like 20100105. A real name's ID number replaces it.</param>
/// <param name="Consent">Version of the volunteers' notice that the person agreed to.</param>
/// <param name="Profile">What they offer.</param>
[GenerateSerializer, Immutable, Alias("eng.volunteer.register")]
public sealed record RegisterVolunteer(
    [property: Id(0)] PhoneKey Phone, [property: Id(1)] int Birth, [property: Id(2)] int Consent, [property: Id(3)] VolunteerProfile Profile)
{
    /// <inheritdoc/>
    public override string ToString() => nameof(RegisterVolunteer);
}

/// <summary>What a volunteer offers and where (令67号 Art. 5). All of it by choice.</summary>
/// <param name="District">District of residence; null when not said.</param>
/// <param name="Skills">Ids of <see cref="VolunteerSkills"/>; at most <see cref="VolunteerSkills.Most"/>.</param>
/// <param name="Services">Ids of service classes that they would like; at most <see cref="VolunteerSkills.Most"/>.</param>
[GenerateSerializer, Immutable, Alias("eng.volunteer.profile")]
public sealed record VolunteerProfile(
    [property: Id(0)] string? District = null, [property: Id(1)] IReadOnlyList<string>? Skills = null, [property: Id(2)] IReadOnlyList<string>? Services = null);

/// <summary>A real name with its ID number, on its way to be sealed. Never logged: its text form tells nothing.</summary>
/// <param name="Name">As in the ID card, 2 to 30 characters.</param>
/// <param name="Number">18 characters (GB 11643).</param>
/// <param name="Consent">Version of the separate consent for sensitive data (PIPL Art. 29).</param>
[GenerateSerializer, Immutable, Alias("eng.volunteer.realname")]
public sealed record RealName([property: Id(0)] string Name, [property: Id(1)] string Number, [property: Id(2)] int Consent)
{
    /// <inheritdoc/>
    public override string ToString() => nameof(RealName);
}

/// <summary>A member of staff looks at a real name.</summary>
/// <param name="By">Who.</param>
/// <param name="As">In which role.</param>
/// <param name="Scope">Where the role holds; empty for everywhere.</param>
/// <param name="Reason">Why, 1 to 200 characters: the volunteer reads it.</param>
[GenerateSerializer, Immutable, Alias("eng.volunteer.look")]
public sealed record LookAtRealName(
    [property: Id(0)] ParticipantId By, [property: Id(1)] Role As, [property: Id(2)] string Scope, [property: Id(3)] string Reason);

/// <summary>A child below 8 in a guardian's account.</summary>
/// <param name="Name">What the child is called, 1 to 12 characters.</param>
/// <param name="Birth">Birth date as a Shanghai day.</param>
[GenerateSerializer, Immutable, Alias("eng.volunteer.child.add")]
public sealed record AddChild([property: Id(0)] string Name, [property: Id(1)] int Birth)
{
    /// <inheritdoc/>
    public override string ToString() => nameof(AddChild);
}
