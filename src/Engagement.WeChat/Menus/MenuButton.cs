namespace Engagement.WeChat;

/// <summary>One button of the service account's menu, as WeChat spells it.</summary>
/// <param name="Name">At most 16 bytes on the first level, 60 on the second (UTF-8).</param>
/// <param name="Type"><c>view</c>, <c>click</c>, <c>miniprogram</c>, <c>scancode_push</c>, <c>scancode_waitmsg</c> and others; null for a button that opens others.</param>
/// <param name="Key">Comes back in the event of <c>click</c> and scan buttons; at most 128 bytes.</param>
/// <param name="Url">Address of <c>view</c>, and of <c>miniprogram</c> for old clients; at most 1,024 bytes.</param>
/// <param name="AppId">The mini program of a <c>miniprogram</c> button.</param>
/// <param name="PagePath">The page in it.</param>
/// <param name="Buttons">1 to 5 buttons of the second level, or empty.</param>
public sealed record MenuButton(
    string Name, string? Type = null, string? Key = null, string? Url = null, string? AppId = null, string? PagePath = null,
    IReadOnlyList<MenuButton>? Buttons = null);
