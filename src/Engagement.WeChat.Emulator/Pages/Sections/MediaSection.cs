using System.Globalization;
using System.Text;
using Engagement.WeChat.Emulator.Security;

namespace Engagement.WeChat.Emulator.Pages.Sections;

/// <summary>Media checks: by themselves, or by hand.</summary>
internal static class MediaSection
{
    public static string Render(MediaRule rule, IReadOnlyList<MediaCheck> waiting)
    {
        var rows = new StringBuilder();
        foreach (var check in waiting.TakeLast(10))
        {
            rows.Append(CultureInfo.InvariantCulture, $"""
                <li><p class="clip">{Html.Encode(check.Persona)} <span class="hint">{Html.Encode(check.MediaUrl)}</span></p>
                <form class="buttons" method="post" action="/emulator"><input type="hidden" name="do" value="media"><input type="hidden" name="trace" value="{Html.Encode(check.TraceId)}">
                <button class="small" name="suggest" value="pass">通过</button><button class="small quiet" name="suggest" value="review">复核</button><button class="small danger" name="suggest" value="risky">违规</button></form></li>

                """);
        }

        return $"""
            <section class="card" aria-labelledby="media">
            <h2 id="media">图片与语音检测 <span lang="en">Media checks</span></h2>
            <form class="pad line" method="post" action="/emulator">
            <p class="grow hint">{(rule is MediaRule.ByHand ? "由你给出结果。" : "片刻后自动给出结果：地址含 risky 为违规，含 review 为复核，其余通过。")}</p>
            <button class="small quiet" name="do" value="{(rule is MediaRule.ByHand ? "media-auto" : "media-hand")}">{(rule is MediaRule.ByHand ? "改为自动" : "改为手动")}</button>
            </form>
            <ul class="rows" data-live="media">
            {rows}</ul>
            </section>
            """;
    }
}
