namespace Engagement.Web.Shared;

/// <summary>A request whose outcome is not known, ready to be sent again with its own command.</summary>
public sealed record SameAgain(string Action, string Command, IReadOnlyDictionary<string, string> Fields);
