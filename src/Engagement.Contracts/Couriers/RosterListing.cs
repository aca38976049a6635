namespace Engagement.Contracts;

/// <summary>A row of a company's roster.</summary>
/// <param name="Company">Company id.</param>
/// <param name="Phone">HMAC of the mobile number.</param>
/// <param name="Name">Sealed under <paramref name="Salt"/>; null for none.</param>
/// <param name="Salt">Of this row.</param>
/// <param name="Station">Station or team, at most 40 characters; empty for none.</param>
/// <param name="Number">The company's own number of the person, at most 40 characters; empty for none.</param>
/// <param name="Left">They left the company: take them off.</param>
/// <param name="Import">Which import, or which command, says so.</param>
/// <param name="By">Who says so; none for the company's own system.</param>
[GenerateSerializer, Immutable, Alias("eng.roster.listing")]
public sealed record RosterListing(
    [property: Id(0)] string Company, [property: Id(1)] PhoneKey Phone, [property: Id(2)] byte[]? Name, [property: Id(3)] byte[] Salt,
    [property: Id(4)] string Station, [property: Id(5)] string Number, [property: Id(6)] bool Left, [property: Id(7)] CommandId Import, [property: Id(8)] ParticipantId By = default);

/// <summary>What became of a row.</summary>
public enum RosterResult
{
    /// <summary>Not yet looked at.</summary>
    None = 0,

    /// <summary>Listed for the first time.</summary>
    Added,

    /// <summary>Name, station or number changed.</summary>
    Updated,

    /// <summary>As it was.</summary>
    Unchanged,

    /// <summary>Taken off; who was enrolled by it leaves the company.</summary>
    Removed,

    /// <summary>Refused: enrolled with another company.</summary>
    EnrolledElsewhere,

    /// <summary>Refused: on the rosters of too many companies.</summary>
    TooManyCompanies,
}

/// <summary>Answer to a confirmation.</summary>
/// <param name="Outcome">Done, or why not.</param>
/// <param name="Entry">The message that enrols the courier.</param>
[GenerateSerializer, Immutable, Alias("eng.roster.confirmation")]
public sealed record RosterConfirmation([property: Id(0)] Outcome Outcome, [property: Id(1)] string? Entry = null);

/// <summary>What a company wrote about a number.</summary>
/// <param name="Name">As written; null for none, or after the courier closed their account.</param>
/// <param name="Station">Station or team.</param>
/// <param name="Number">The company's own number.</param>
/// <param name="Since">Since when it is listed.</param>
/// <param name="ConfirmedAt">When a courier confirmed it for this company; null when nobody has.</param>
[GenerateSerializer, Immutable, Alias("eng.roster.view")]
public sealed record RosterView(
    [property: Id(0)] string? Name, [property: Id(1)] string Station, [property: Id(2)] string Number, [property: Id(3)] DateTimeOffset Since, [property: Id(4)] DateTimeOffset? ConfirmedAt);
