namespace Engagement.Web.Sessions;

/// <summary>
/// The grain that this API action calls refuses a closed account itself, so <see cref="SignedInAttribute"/> doesn't ask
/// first: one call fewer on sending and claiming (docs/decisions/0003). Without it the account is asked for every request.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class GrainChecksAccountAttribute : Attribute;
