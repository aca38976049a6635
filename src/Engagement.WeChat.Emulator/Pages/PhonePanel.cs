using System.Globalization;
using System.Text;
using Engagement.WeChat.Emulator.Pages.Sections;
using Engagement.WeChat.Emulator.Personas;
using Engagement.WeChat.Emulator.QrCodes;
using Engagement.WeChat.Emulator.Templates;
using Engagement.WeChat.Emulator.Users;

namespace Engagement.WeChat.Emulator.Pages;

/// <summary>Beside the phone: scanning, prompts, other kinds of messages, and how the next push is disturbed.</summary>
internal static class PhonePanel
{
    public static string Render(
        string path, Persona persona, bool follows, IReadOnlyDictionary<string, Credit> credits, IReadOnlyList<MessageTemplate> templates, IReadOnlyList<QrTicket> codes) => $"""
        <aside class="panel" id="more">
        <section class="card" aria-labelledby="scan"><h2 id="scan">扫码与关注 <span lang="en">Scan, follow</span></h2>
        <form class="pad stack" method="post" action="{path}"><input type="hidden" name="do" value="scan">
        <label>二维码的场景值、ticket 或网址<input name="code" required maxlength="256" list="scenes" autocomplete="off"></label>
        <datalist id="scenes">{string.Concat(codes.Select(code => $"<option value=\"{Html.Encode(code.Scene)}\">"))}</datalist>
        <button>扫码</button></form>
        <form class="pad line" method="post" action="{path}"><button class="small{(follows ? " danger" : "")}" name="do" value="{(follows ? "unfollow" : "follow")}">{(follows ? "取消关注" : "直接关注")}</button><button class="small quiet" name="do" value="revoke">撤回授权</button><button class="small quiet" name="do" value="{(persona.Snapshot ? "real" : "snapshot")}">{(persona.Snapshot ? "恢复为真实用户" : "变为快照访客")}</button></form>
        </section>
        <section class="card" aria-labelledby="prompt"><h2 id="prompt">订阅授权 <span lang="en">Subscription prompts</span></h2>
        <ul class="rows">
        {Prompts(path, credits, templates)}</ul></section>
        <section class="card" aria-labelledby="send"><h2 id="send">发其他消息 <span lang="en">Other messages</span></h2>
        <form class="pad stack" method="post" action="{path}">
        <label>类型<select name="do"><option value="text">文字</option><option value="image">图片</option><option value="voice">语音</option><option value="location">位置</option><option value="link">链接</option><option value="tap">点击菜单（key）</option><option value="event">其他事件（事件名）</option></select></label>
        <label>文字、识别结果、地名或标题<input name="text" maxlength="600" autocomplete="off"></label>
        <label>网址、菜单 key 或事件名<input name="key" maxlength="1024" autocomplete="off"></label>
        <fieldset><legend>投递方式 <span lang="en">Delivery</span></legend>
        <div class="pair"><label>模式<select name="mode"><option value="">默认</option>{string.Concat(TargetSection.Modes.Select(mode => $"<option value=\"{mode.Mode}\">{mode.Name}</option>"))}</select></label>
        <label>延迟（毫秒）<input name="delay" type="number" min="0" max="60000" value="0"></label></div>
        <div class="pair"><label>同时投递份数<input name="copies" type="number" min="1" max="20" value="1"></label>
        <label>丢弃前几次回答<input name="drop" type="number" min="0" max="4" value="0"></label></div></fieldset>
        <button>发送</button></form></section>
        </aside>
        """;

    private static string Prompts(string path, IReadOnlyDictionary<string, Credit> credits, IReadOnlyList<MessageTemplate> templates)
    {
        var rows = new StringBuilder();
        foreach (var template in templates.Where(template => template.Kind is not TemplateKind.Template))
        {
            var has = credits.GetValueOrDefault(template.Id);
            var left = has is null ? "未授权" : has.LongTerm ? "长期" : $"还可发 {has.Messages} 条";
            rows.Append(CultureInfo.InvariantCulture, $"""
                <li><p><b>{Html.Encode(template.Title)}</b> <span class="tag{(has is null or { LongTerm: false, Messages: 0 } ? "" : " on")}">{left}</span></p><p class="hint clip">{Kind(template.Kind)} · {Html.Encode(template.Id)}</p>
                <form class="buttons" method="post" action="{path}"><input type="hidden" name="template" value="{Html.Encode(template.Id)}">
                <button class="small" name="do" value="accept">允许</button><button class="small quiet" name="do" value="refuse">拒绝</button>{(has is null ? "" : "<button class=\"small danger\" name=\"do\" value=\"reject\">关闭</button>")}</form></li>

                """);
        }

        return rows.ToString();
    }

    private static string Kind(TemplateKind kind) => kind switch
    {
        TemplateKind.OneTime => "一次性订阅",
        TemplateKind.LongTerm => "长期订阅",
        TemplateKind.MiniProgram => "小程序一次性订阅",
        _ => "小程序长期订阅",
    };
}
