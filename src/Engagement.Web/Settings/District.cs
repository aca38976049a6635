using Engagement.Web.Shared;

namespace Engagement.Web.Settings;

/// <summary>A district and its communities.</summary>
public sealed record District(Choice Self, IReadOnlyList<Choice> Communities);
