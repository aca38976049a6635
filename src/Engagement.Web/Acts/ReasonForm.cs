using Engagement.Contracts;

namespace Engagement.Web.Acts;

/// <summary>The form of a decision that needs a reason.</summary>
/// <param name="Way">The act's page.</param>
/// <param name="Verdict">What is decided.</param>
public sealed record ReasonForm(string Way, ActVerdict Verdict);
