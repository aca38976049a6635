using System.Globalization;
using System.Text;
using Engagement.WeChat.Emulator.Callbacks;

namespace Engagement.WeChat.Emulator.Pages.Sections;

/// <summary>The latest pushes with each delivery.</summary>
internal static class PushSection
{
    public static string Render(IReadOnlyList<PushRecord> pushes)
    {
        var rows = new StringBuilder();
        foreach (var push in pushes)
        {
            var attempts = string.Join(' ', push.Attempts.Select(attempt =>
                $"<span class=\"tag {(attempt.Note == "ok" ? "on" : "bad")}\">{(attempt.Status == 0 || attempt.Note == "dropped" ? Say(attempt.Note) : attempt.Status.ToString(CultureInfo.InvariantCulture))} · {attempt.Milliseconds} ms</span>"));
            var outcome = push.Problem is { } problem ? $"<p class=\"wrong\">{Html.Encode(problem)}</p>" : push.Reply is { } reply ? $"<p class=\"hint clip\">{Html.Encode(reply)}</p>" : "";
            rows.Append(CultureInfo.InvariantCulture, $"""
                <li><p><b>{Html.Encode(push.What)}</b> {Html.Encode(push.Persona)} <span class="hint">{Html.Time(push.At)} · {TargetSection.Name(push.Mode)}</span></p>
                <p class="tags">{attempts}{(push.Done ? "" : "<span class=\"tag\">投递中</span>")}</p>{outcome}</li>

                """);
        }

        return $"""
            <section class="card" aria-labelledby="pushes">
            <h2 id="pushes">推送记录 <span lang="en">Pushes</span></h2>
            <ul class="rows" data-live="pushes">
            {(pushes.Count == 0 ? "<li class=\"hint\">还没有推送。打开一部手机，关注或发条消息。</li>" : rows)}</ul>
            </section>
            """;
    }

    private static string Say(string note) => note switch { "timeout" => "超时", "dropped" => "丢弃", "unreachable" => "连不上", _ => note };
}
