using System.Globalization;
using System.Text;
using Engagement.WeChat.Emulator.Personas;
using Engagement.WeChat.Emulator.SignIn;

namespace Engagement.WeChat.Emulator.Pages;

/// <summary>Asks as whom to sign in. Plain links and one form: it works without script and with a keyboard.</summary>
internal static class PickerPage
{
    /// <summary>Most personas listed; others are reached by typing their name.</summary>
    public const int MostListed = 40;

    /// <param name="request">The sign-in to go on with.</param>
    /// <param name="personas">In the order of their first appearance.</param>
    /// <param name="wrongName">Whether a name was typed that can not be one.</param>
    /// <param name="emulatedNow">The test clock's time, or null without one.</param>
    public static string Render(AuthorizeRequest request, IReadOnlyList<Persona> personas, bool wrongName, DateTimeOffset? emulatedNow) =>
        Html.Frame("选择登录身份", $"""
            {Clock(emulatedNow)}<header>
            <p class="kicker">本机微信模拟器</p>
            <h1>以谁的身份登录？</h1>
            <p class="hint">登录到 {Html.Encode(request.Origin)}</p>
            </header>
            <ul class="card people">
            {People(request, personas)}</ul>
            <form class="card new" method="get" action="/connect/oauth2/authorize">
            {Hidden(request)}<label for="persona">换一个名字</label>
            <div class="row">
            <input id="persona" name="persona" required maxlength="{2 * Persona.LongestName}" autocomplete="off" enterkeyhint="go"
             placeholder="例如 陈老师" aria-describedby="rule"{(wrongName ? " aria-invalid=\"true\"" : "")}>
            <button type="submit">登录</button>
            </div>
            <p id="rule" class="{(wrongName ? "wrong" : "hint")}"{(wrongName ? " role=\"alert\"" : "")}>名字须为 1 至 {Persona.LongestName} 个可见字符。没见过的名字会成为新用户。</p>
            </form>
            <p class="hint">真实的微信知道是谁在用手机，会静默登录（{Html.Encode(request.Scope)}），不出现此页。</p>
            """);

    private static string Clock(DateTimeOffset? now)
    {
        var beijing = now?.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        return beijing is null ? "" : $"<p class=\"clock\" role=\"status\">测试时钟：{beijing}（北京时间）</p>\n";
    }

    private static string People(AuthorizeRequest request, IReadOnlyList<Persona> personas)
    {
        var rows = new StringBuilder();
        foreach (var persona in personas.Take(MostListed))
        {
            var address = Html.Encode($"?{request.Query}&persona={Uri.EscapeDataString(persona.Name)}");
            var tag = persona.Snapshot ? "<span class=\"tag\">快照</span>" : "";
            rows.Append(CultureInfo.InvariantCulture, $"<li><a href=\"{address}\">{Face.Of(persona)}")
                .Append(CultureInfo.InvariantCulture, $"<span class=\"name\">{Html.Encode(persona.Name)}</span>{tag}</a></li>\n");
        }

        if (personas.Count > MostListed)
        {
            rows.Append(CultureInfo.InvariantCulture, $"<li class=\"more\">另有 {personas.Count - MostListed} 人未列出，请在下面输入名字。</li>\n");
        }

        return rows.ToString();
    }

    private static string Hidden(AuthorizeRequest request) =>
        Hidden("appid", request.AppId) + Hidden("redirect_uri", request.Redirect.OriginalString) + Hidden("response_type", "code")
        + Hidden("scope", request.Scope) + Hidden("state", request.State);

    private static string Hidden(string name, string value) => $"<input type=\"hidden\" name=\"{name}\" value=\"{Html.Encode(value)}\">\n";
}
