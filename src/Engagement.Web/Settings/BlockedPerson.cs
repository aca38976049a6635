namespace Engagement.Web.Settings;

/// <summary>One blocked person.</summary>
/// <param name="Id">Opaque id of the block.</param>
/// <param name="Name">Name at the time; null for somebody who showed none.</param>
/// <param name="Since">When it was set.</param>
public sealed record BlockedPerson(string Id, string? Name, DateTimeOffset Since);
