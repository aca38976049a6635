using System.Globalization;
using System.Text;
using Engagement.WeChat.Emulator.Faults;

namespace Engagement.WeChat.Emulator.Pages.Sections;

/// <summary>Disturbances that wait, and a form for more.</summary>
internal static class FaultSection
{
    /// <summary>What the form offers: the value, and its name.</summary>
    private static readonly (string Value, string Name)[] Kinds =
    [
        ("40001", "40001 令牌无效"), ("42001", "42001 令牌过期"), ("45009", "45009 当日额度用完"), ("45011", "45011 每分钟额度"), ("-1", "-1 系统繁忙"),
        ("43004", "43004 未关注"), ("43101", "43101 用户拒收"), ("40164", "40164 IP 不在白名单"), ("48001", "48001 没有权限"),
        ("timeout", "超时，不回答"), ("html", "返回 HTML"), ("badGateway", "HTTP 502"), ("truncated", "截断的 JSON"),
    ];

    private static readonly string[] Apis =
    [
        "*", "cgi-bin/stable_token", "cgi-bin/ticket/getticket", "cgi-bin/message/subscribe/bizsend", "cgi-bin/message/template/send", "cgi-bin/message/subscribe/send",
        "cgi-bin/qrcode/create", "cgi-bin/menu/create", "cgi-bin/user/info", "sns/oauth2/access_token", "sns/userinfo", "sns/jscode2session",
        "wxa/msg_sec_check", "wxa/media_check_async", "wxa/getuserriskrank", "wxa/getwxacodeunlimit",
    ];

    public static string Render(IReadOnlyList<Fault> faults)
    {
        var rows = new StringBuilder();
        foreach (var fault in faults)
        {
            var name = fault.Kind is FaultKind.Errcode ? fault.Errcode.ToString(CultureInfo.InvariantCulture) : Kinds.First(kind => kind.Value.Equals(fault.Kind.ToString(), StringComparison.OrdinalIgnoreCase)).Name;
            rows.Append(CultureInfo.InvariantCulture, $"<li><p><span class=\"tag bad\">{name}</span> {Html.Encode(fault.Api == "*" ? "任何接口" : fault.Api)} <span class=\"hint\">还有 {fault.Times} 次</span></p></li>\n");
        }

        return $"""
            <section class="card" aria-labelledby="faults">
            <h2 id="faults">注入故障 <span lang="en">Faults</span></h2>
            <form class="pad stack" method="post" action="/emulator">
            <input type="hidden" name="do" value="fault">
            <label>接口 API<select name="api">{string.Concat(Apis.Select(api => $"<option value=\"{api}\">{(api == "*" ? "任何接口" : api)}</option>"))}</select></label>
            <div class="pair"><label>故障<select name="kind">{string.Concat(Kinds.Select(kind => $"<option value=\"{kind.Value}\">{kind.Name}</option>"))}</select></label>
            <label class="few">次数<input name="times" type="number" min="1" max="1000000" value="1" required></label></div>
            <button>注入</button>
            </form>
            <ul class="rows" data-live="faults">
            {rows}{(faults.Count > 0 ? "<li><form method=\"post\" action=\"/emulator\"><button class=\"small quiet\" name=\"do\" value=\"clear-faults\">全部取消</button></form></li>" : "")}</ul>
            </section>
            """;
    }
}
