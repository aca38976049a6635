namespace Engagement.Contracts;

/// <summary>A volunteer as they see themselves. Names and numbers are masked even here.</summary>
/// <param name="Card">What others learn.</param>
/// <param name="Number">Volunteer number; null before registration.</param>
/// <param name="Registered">Unix milliseconds; 0 before.</param>
/// <param name="Profile">What they offer.</param>
/// <param name="Real">The real name, masked; null at lower levels.</param>
/// <param name="Looks">Who looked at it, newest first; the latest <see cref="Kept"/>.</param>
/// <param name="LooksEver">How often anybody looked.</param>
/// <param name="Guardian">The guardian; none for nobody.</param>
/// <param name="Children">Children in this account.</param>
/// <param name="Teams">Memberships and requests.</param>
/// <param name="Merging">Somebody with the same real name asks to join the accounts.</param>
/// <param name="Claiming">This account asked to be joined with the one that has the ID number, and waits.</param>
/// <param name="MergedFrom">Accounts that were joined with this one: their hours are this person's.</param>
[GenerateSerializer, Immutable, Alias("eng.volunteer.self")]
public sealed record VolunteerSelf(
    [property: Id(0)] VolunteerCard Card, [property: Id(1)] string? Number, [property: Id(2)] long Registered, [property: Id(3)] VolunteerProfile Profile,
    [property: Id(4)] MaskedName? Real, [property: Id(5)] IReadOnlyList<RealNameLook> Looks, [property: Id(6)] int LooksEver,
    [property: Id(7)] ParticipantId Guardian, [property: Id(8)] IReadOnlyList<ChildView> Children, [property: Id(9)] IReadOnlyList<Membership> Teams,
    [property: Id(10)] bool Merging, [property: Id(11)] bool Claiming, [property: Id(12)] IReadOnlyList<ParticipantId> MergedFrom)
{
    /// <summary>Looks that are shown; every one is in the audit log.</summary>
    public const int Kept = 50;
}

/// <summary>A real name as pages show it.</summary>
/// <param name="Name">张*.</param>
/// <param name="Number">4407**********1234.</param>
/// <param name="Since">Unix milliseconds.</param>
[GenerateSerializer, Immutable, Alias("eng.volunteer.masked")]
public sealed record MaskedName([property: Id(0)] string Name, [property: Id(1)] string Number, [property: Id(2)] long Since);

/// <summary>A look at the real name.</summary>
/// <param name="At">Unix milliseconds.</param>
/// <param name="By">Who.</param>
/// <param name="As">In which role.</param>
/// <param name="Scope">Where the role holds; empty for everywhere.</param>
/// <param name="Reason">Why.</param>
[GenerateSerializer, Immutable, Alias("eng.volunteer.looked")]
public sealed record RealNameLook(
    [property: Id(0)] long At, [property: Id(1)] ParticipantId By, [property: Id(2)] Role As, [property: Id(3)] string Scope, [property: Id(4)] string Reason);

/// <summary>The real name in the clear, for one page of one member of staff.</summary>
/// <param name="Outcome">Done; else why not.</param>
/// <param name="Name">Empty unless Done.</param>
/// <param name="Number">ID number; empty unless Done.</param>
[GenerateSerializer, Immutable, Alias("eng.volunteer.unmasked")]
public sealed record UnmaskedName([property: Id(0)] Outcome Outcome, [property: Id(1)] string Name = "", [property: Id(2)] string Number = "")
{
    /// <inheritdoc/>
    public override string ToString() => Outcome.ToString();
}

/// <summary>A child in a guardian's account.</summary>
/// <param name="Number">Its number there.</param>
/// <param name="Name">What the child is called.</param>
/// <param name="Age">Whole years today.</param>
[GenerateSerializer, Immutable, Alias("eng.volunteer.child")]
public sealed record ChildView([property: Id(0)] int Number, [property: Id(1)] string Name, [property: Id(2)] int Age);

/// <summary>A minor as their guardian sees them, and may take along as a file.</summary>
/// <param name="Ward">Who.</param>
/// <param name="Number">Volunteer number.</param>
/// <param name="Card">What others learn, hours among it.</param>
/// <param name="Name">Masked real name; null when none was given.</param>
/// <param name="Profile">What they offer.</param>
/// <param name="Teams">Memberships.</param>
/// <param name="Since">Unix milliseconds of the guardian's last word.</param>
[GenerateSerializer, Immutable, Alias("eng.volunteer.ward")]
public sealed record WardView(
    [property: Id(0)] ParticipantId Ward, [property: Id(1)] string Number, [property: Id(2)] VolunteerCard Card, [property: Id(3)] string? Name,
    [property: Id(4)] VolunteerProfile Profile, [property: Id(5)] IReadOnlyList<Membership> Teams, [property: Id(6)] long Since);

/// <summary>A place in a team.</summary>
/// <param name="Team">Which.</param>
/// <param name="Since">Unix milliseconds: of the request, or of the admission.</param>
/// <param name="Admitted">False while an organiser has not answered.</param>
[GenerateSerializer, Immutable, Alias("eng.volunteer.membership")]
public sealed record Membership([property: Id(0)] string Team, [property: Id(1)] long Since, [property: Id(2)] bool Admitted);
