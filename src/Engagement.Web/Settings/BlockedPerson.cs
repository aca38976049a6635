namespace Engagement.Web.Settings;

/// <summary>One blocked person.</summary>
/// <param name="Id">What unblocking sends.</param>
/// <param name="Name">Null for somebody who shows none, and for a giver who was anonymous.</param>
public sealed record BlockedPerson(string Id, string? Name);
