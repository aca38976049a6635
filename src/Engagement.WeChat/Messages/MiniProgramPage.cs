namespace Engagement.WeChat;

/// <summary>A page of a mini program that a message opens.</summary>
/// <param name="AppId">The mini program, bound to the service account.</param>
/// <param name="PagePath">The page and its query, e.g. <c>pages/rose?id=..</c>; null opens the first page.</param>
public sealed record MiniProgramPage(string AppId, string? PagePath);
