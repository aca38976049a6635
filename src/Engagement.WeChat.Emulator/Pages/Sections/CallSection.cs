using System.Globalization;
using System.Text;
using Engagement.WeChat.Emulator.Calls;
using Engagement.WeChat.Emulator.Tokens;

namespace Engagement.WeChat.Emulator.Pages.Sections;

/// <summary>How often each call came, and how long the tokens still work.</summary>
internal static class CallSection
{
    public static string Render(IReadOnlyDictionary<string, CallCount> calls, IssuedToken? token, IssuedToken? ticket, DateTimeOffset now)
    {
        var rows = new StringBuilder();
        foreach (var (name, count) in calls.OrderByDescending(entry => entry.Key.Contains("token", StringComparison.Ordinal)).ThenBy(entry => entry.Key, StringComparer.Ordinal))
        {
            var errors = string.Join(' ', count.Errors.Select(error => $"<span class=\"tag bad\">{error.Key} × {error.Value}</span>"));
            rows.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\">{Html.Encode(name)}</th><td>{count.Total}</td><td>{errors}</td><td>{Html.Time(count.LastAt)}</td></tr>\n");
        }

        return $"""
            <section class="card" aria-labelledby="calls">
            <h2 id="calls">上游调用 <span lang="en">Upstream calls</span></h2>
            <div class="pad" data-live="calls">
            <p class="hint">stable_token：{Left(token, now)}；jsapi_ticket：{Left(ticket, now)}</p>
            {(calls.Count == 0 ? "<p class=\"hint\">网站还没有调用过微信。</p>" : $"<div class=\"wide\"><table><thead><tr><th scope=\"col\">接口</th><th scope=\"col\">次数</th><th scope=\"col\">错误</th><th scope=\"col\">最近</th></tr></thead><tbody>\n{rows}</tbody></table></div>")}
            </div>
            <form class="pad line" method="post" action="/emulator">
            <button class="small" name="do" value="revoke">令牌立即作废</button><button class="small quiet" name="do" value="reset-calls">计数清零</button>
            </form>
            </section>
            """;
    }

    private static string Left(IssuedToken? token, DateTimeOffset now) => token is null ? "还没有"
        : token.WorksUntil <= now ? "已过期"
        : $"还有 {Math.Floor((token.WorksUntil - now).TotalMinutes).ToString(CultureInfo.InvariantCulture)} 分钟";
}
