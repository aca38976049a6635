using System.Text;
using Engagement.WeChat.Emulator.Menus;

namespace Engagement.WeChat.Emulator.Pages;

/// <summary>The phone's lower end: the account's menu and the line to write in, or the button to follow.</summary>
internal static class PhoneBar
{
    public static string Render(string path, IReadOnlyList<MenuButton> menu) => $"""
        <footer class="foot">
        <form class="write" method="post" action="{path}"><input type="hidden" name="do" value="text">
        <label class="grow"><span class="hidden">消息</span><input name="text" required maxlength="600" autocomplete="off" enterkeyhint="send" placeholder="发消息，例如 我的玫瑰"></label>
        <button>发送</button></form>
        {(menu.Count == 0 ? "<p class=\"hint\">账号还没有菜单。</p>" : Menu(path, menu))}
        </footer>
        """;

    public static string Unfollowed(string path, string account) => $"""
        <footer class="foot"><form class="write" method="post" action="{path}"><p class="grow">还没有关注“{Html.Encode(account)}”。</p><button name="do" value="follow">关注</button></form></footer>
        """;

    private static string Menu(string path, IReadOnlyList<MenuButton> menu)
    {
        var markup = new StringBuilder("<nav class=\"menu\" aria-label=\"账号菜单\">");
        foreach (var button in menu)
        {
            markup.Append(button.Children.Count == 0
                ? Button(path, button)
                : $"<details class=\"more\" name=\"menu\"><summary>{Html.Encode(button.Name)}</summary><div>{string.Concat(button.Children.Select(child => Button(path, child)))}</div></details>");
        }

        return markup.Append("</nav>").ToString();
    }

    private static string Button(string path, MenuButton button)
    {
        if (button.Type is "miniprogram")
        {
            return $"<span class=\"item off\" title=\"小程序 {Html.Encode(button.PagePath)}\">{Html.Encode(button.Name)}</span>";
        }

        var isView = button.Type is "view";
        return $"<form method=\"post\" action=\"{path}\"{(isView ? " target=\"_blank\"" : "")}><input type=\"hidden\" name=\"do\" value=\"tap\"><button class=\"item\" name=\"key\" value=\"{Html.Encode(isView ? button.Url : button.Key)}\">{Html.Encode(button.Name)}</button></form>";
    }
}
