using Engagement.WeChat.Emulator.Callbacks;

namespace Engagement.WeChat.Emulator.Pages.Sections;

/// <summary>Where pushes go.</summary>
internal static class TargetSection
{
    public static readonly IReadOnlyList<(PushMode Mode, string Name)> Modes = [(PushMode.Plain, "明文"), (PushMode.Compatible, "兼容"), (PushMode.Safe, "安全")];

    public static string Name(PushMode mode) => Modes.First(known => known.Mode == mode).Name;

    public static string Render(PushTarget? target) => $"""
        <section class="card" aria-labelledby="target">
        <h2 id="target">推送目标 <span lang="en">Callback</span></h2>
        <div class="pad">
        <p class="address">{(target is null ? "还没有回调地址，消息和事件不会推送。" : $"{Html.Encode(target.Url.ToString())} <span class=\"tag\">{Name(target.Mode)}模式</span>")}</p>
        <details{(target is null ? " open" : "")}><summary>更改 <span lang="en">Change</span></summary>
        <form class="stack" method="post" action="/emulator">
        <input type="hidden" name="do" value="target">
        <label>回调地址 URL<input name="url" type="url" required value="{Html.Encode(target?.Url.ToString())}" placeholder="http://127.0.0.1:5000/wechat/callback"></label>
        <label>Token<input name="token" required maxlength="32" autocomplete="off" value="{Html.Encode(target?.Token)}"></label>
        <label>EncodingAESKey<input name="key" maxlength="43" autocomplete="off" value="{Html.Encode(target?.EncodingAesKey)}"></label>
        <label>模式<select name="mode">{string.Concat(Modes.Select(known => $"<option value=\"{known.Mode}\"{(known.Mode == target?.Mode ? " selected" : "")}>{known.Name}模式</option>"))}</select></label>
        <button>保存并验证</button>
        </form></details>
        </div>
        </section>
        """;
}
