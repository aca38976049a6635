using System.Globalization;
using System.Text;
using Engagement.WeChat.Emulator.QrCodes;

namespace Engagement.WeChat.Emulator.Pages.Sections;

/// <summary>The latest QR codes; each leads to its scan page.</summary>
internal static class CodeSection
{
    public static string Render(IReadOnlyList<QrTicket> codes, DateTimeOffset now)
    {
        var rows = new StringBuilder();
        foreach (var code in codes)
        {
            var life = code.ExpiresAt is not { } end ? "永久" : end <= now ? "已过期" : $"到 {Html.Moment(end)}";
            rows.Append(CultureInfo.InvariantCulture, $"<li><p><a href=\"/q/{code.Id}\">{Html.Encode(code.Scene)}</a> <span class=\"hint\">{life}</span></p></li>\n");
        }

        return $"""
            <section class="card" aria-labelledby="codes">
            <h2 id="codes">带参数二维码 <span lang="en">QR codes</span></h2>
            <ul class="rows" data-live="codes">
            {(codes.Count == 0 ? "<li class=\"hint\">网站还没有生成过二维码。</li>" : rows)}</ul>
            </section>
            """;
    }
}
