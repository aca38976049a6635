namespace Engagement.WeChat;

/// <summary>Body of <c>cgi-bin/menu/create</c>, and what <c>menu/get</c> answers inside <c>menu</c>.</summary>
internal sealed record MenuBody(IReadOnlyList<MenuBody.Entry> Button)
{
    internal sealed record Entry(string? Type, string? Name, string? Key, string? Url, string? Appid, string? Pagepath, IReadOnlyList<Entry>? SubButton)
    {
        public static Entry Of(MenuButton button) => new(
            button.Type, button.Name, button.Key, button.Url, button.AppId, button.PagePath,
            button.Buttons is { Count: > 0 } inner ? [.. inner.Select(Of)] : null);

        public MenuButton Button() => new(
            Name ?? "", Type, Key, Url, Appid, Pagepath, SubButton is { Count: > 0 } inner ? [.. inner.Select(entry => entry.Button())] : null);
    }
}

/// <summary>Answer of <c>cgi-bin/menu/get</c>.</summary>
internal sealed record MenuAnswer : WeChatAnswer
{
    public MenuBody? Menu { get; init; }
}
