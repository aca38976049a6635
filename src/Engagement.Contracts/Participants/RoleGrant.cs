namespace Engagement.Contracts;

/// <summary>A role and where it holds.</summary>
/// <param name="Role">What.</param>
/// <param name="Scope">Where, as the role says; empty for the whole campaign. At most 40 characters.</param>
[GenerateSerializer, Immutable, Alias("eng.participant.role")]
public sealed record RoleGrant([property: Id(0)] Role Role, [property: Id(1)] string Scope = "");
