using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Engagement.WeChat.Emulator.Chats;
using Engagement.WeChat.Emulator.Messages;
using Engagement.WeChat.Emulator.Personas;

namespace Engagement.WeChat.Emulator.Pages;

/// <summary>The bubbles of a chat. A link is a button, because opening it also says who holds the phone.</summary>
internal static partial class ChatLines
{
    public static string Render(IReadOnlyList<ChatLine> lines, Persona persona, string path)
    {
        var markup = new StringBuilder();
        foreach (var line in lines)
        {
            markup.Append(CultureInfo.InvariantCulture, $"<li class=\"{Side(line)}\" data-line=\"{line.Number}\">{Body(line, persona, path)}</li>\n");
        }

        return markup.ToString();
    }

    private static string Side(ChatLine line) => line.Fields is not null ? "notice" : line.Side switch
    {
        ChatSide.Persona => "mine",
        ChatSide.WeChat => "small",
        _ => "theirs",
    };

    private static string Body(ChatLine line, Persona persona, string path)
    {
        var time = $"<time>{Html.Moment(line.At)}</time>";
        if (line.Fields is { } fields)
        {
            var rows = string.Concat(fields.Select(field => $"<div><dt>{Html.Encode(field.Label)}</dt><dd>{Html.Encode(field.Value)}</dd></div>"));
            var from = line.Side is ChatSide.MiniProgram ? "小程序服务通知" : line.Kind == "template" ? "模板消息" : "订阅通知";
            return $"<p class=\"from\"><span>{from}</span>{time}</p><h2>{Html.Encode(line.Text)}</h2><dl>{rows}</dl>{Link(line.Link, "查看详情", path)}";
        }

        return line.Side switch
        {
            ChatSide.WeChat => $"<p>{Html.Encode(line.Text)} {time}</p>",
            ChatSide.Persona => $"<p class=\"bubble\">{Html.Encode(line.Text)}</p>{Face.Of(persona)}",
            _ => $"<span class=\"face account\" aria-hidden=\"true\">号</span><div class=\"bubble\"><div class=\"text\">{Text(line, path)}</div>{Link(line.Link, "打开", path)}</div>",
        };
    }

    /// <summary>The text; addresses in it, bare or as the <c>&lt;a href="..."&gt;..&lt;/a&gt;</c> that WeChat allows, are buttons, and all else is what it says.</summary>
    private static string Text(ChatLine line, string path)
    {
        var (markup, end) = (new StringBuilder(), 0);
        foreach (Match anchor in Anchor().Matches(line.Text))
        {
            markup.Append(Html.Encode(line.Text[end..anchor.Index]))
                .Append(anchor.Groups["to"].Success ? Link(anchor.Groups["to"].Value, Html.Encode(anchor.Groups["label"].Value), path) : Link(anchor.Value, Html.Encode(anchor.Value), path));
            end = anchor.Index + anchor.Length;
        }

        return markup.Append(Html.Encode(line.Text[end..])).ToString();
    }

    private static string Link(string? link, string label, string path) =>
        link is null ? ""
        : Target.IsAddress(link) ? $"<form method=\"post\" action=\"{path}\" target=\"_blank\"><input type=\"hidden\" name=\"do\" value=\"open\"><button class=\"link\" name=\"to\" value=\"{Html.Encode(link)}\">{label}</button></form>"
        : $"<p class=\"hint\">小程序 {Html.Encode(link)}</p>";

    [GeneratedRegex("""<a href="(?<to>https?://[^"]{1,1000})">(?<label>[^<]{1,100})</a>|https?://[^\s<>"\p{IsCJKUnifiedIdeographs}\p{IsCJKSymbolsandPunctuation}]{1,1000}""")]
    private static partial Regex Anchor();
}
