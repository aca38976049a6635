namespace Engagement.Web.Acts;

/// <summary>What a reviewer presses and fills in.</summary>
public sealed record DecisionForm(string? Verdict = null, string? Level = null, string? Reason = null, string? Note = null);
