namespace Engagement.Web.Settings;

/// <summary>People whose roses do not reach me.</summary>
public sealed record BlocksPage(IReadOnlyList<BlockedPerson> People);
