using Engagement.Web.Sessions;

namespace Engagement.Web.Settings;

/// <summary>One account for the pages and the mini program.</summary>
/// <param name="Joined">It is so already.</param>
/// <param name="End">How the last try ended; null when there was none, or it went well.</param>
public sealed record UnionPage(bool Joined, UnionEnd? End);
