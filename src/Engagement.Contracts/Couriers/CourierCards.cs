namespace Engagement.Contracts;

/// <summary>What others need to know of a courier.</summary>
/// <param name="Active">Enrolled now, with a company or in the pool of city riders.</param>
/// <param name="Company">Company that what they do now counts for: also until midnight of the day on which they left it; null in the pool.</param>
/// <param name="Since">Since when they are with the company, or in the pool.</param>
/// <param name="ShowCompany">They consented to others seeing the company.</param>
[GenerateSerializer, Immutable, Alias("eng.courier.card")]
public sealed record CourierCard(
    [property: Id(0)] bool Active, [property: Id(1)] string? Company = null, [property: Id(2)] DateTimeOffset Since = default, [property: Id(3)] bool ShowCompany = false);

/// <summary>A courier's own page.</summary>
/// <param name="Active">Enrolled now, with a company or in the pool.</param>
/// <param name="Company">The company now; null in the pool.</param>
/// <param name="Since">Since when.</param>
/// <param name="ShowCompany">Others may see the company.</param>
/// <param name="Leaving">A company that was left and still counts until midnight; null for none.</param>
/// <param name="LeavingUntil">That midnight.</param>
/// <param name="Spells">Companies before, oldest first.</param>
/// <param name="Phone">Which roster entry was confirmed; null for none.</param>
[GenerateSerializer, Immutable, Alias("eng.courier.self")]
public sealed record CourierSelf(
    [property: Id(0)] bool Active, [property: Id(1)] string? Company, [property: Id(2)] DateTimeOffset Since, [property: Id(3)] bool ShowCompany,
    [property: Id(4)] string? Leaving, [property: Id(5)] DateTimeOffset LeavingUntil, [property: Id(6)] IReadOnlyList<CourierSpell> Spells,
    [property: Id(7)] PhoneKey? Phone);

/// <summary>A time with a company that is over.</summary>
/// <param name="Company">Company id.</param>
/// <param name="From">Unix milliseconds of the enrolment.</param>
/// <param name="To">Unix milliseconds from which on nothing counted for it.</param>
[GenerateSerializer, Immutable, Alias("eng.courier.spell")]
public readonly record struct CourierSpell([property: Id(0)] string Company, [property: Id(1)] long From, [property: Id(2)] long To);

/// <summary>The company that a participant's gifts count for, as their courier record knows it.</summary>
/// <param name="Version">Grows with every change.</param>
/// <param name="Company">Company now; null for none.</param>
/// <param name="Leaving">Company that was left and counts until <paramref name="Until"/>.</param>
/// <param name="Until">Unix milliseconds.</param>
[GenerateSerializer, Immutable, Alias("eng.courier.affiliation")]
public sealed record CourierAffiliation(
    [property: Id(0)] long Version, [property: Id(1)] string? Company = null, [property: Id(2)] string? Leaving = null, [property: Id(3)] long Until = 0);

/// <summary>A courier's own word that they are on a company's roster.</summary>
/// <param name="Phone">HMAC of their mobile number.</param>
/// <param name="Code">The company's join code, as typed.</param>
/// <param name="ShowCompany">A consent of its own: others may see the company.</param>
[GenerateSerializer, Immutable, Alias("eng.courier.enrol")]
public sealed record EnrolCourier([property: Id(0)] PhoneKey Phone, [property: Id(1)] string Code, [property: Id(2)] bool ShowCompany);
