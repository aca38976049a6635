using System.Globalization;
using Engagement.WeChat.Emulator.Callbacks;
using Engagement.WeChat.Emulator.Calls;
using Engagement.WeChat.Emulator.Clock;
using Engagement.WeChat.Emulator.Faults;
using Engagement.WeChat.Emulator.Personas;
using Engagement.WeChat.Emulator.Security;
using Engagement.WeChat.Emulator.Tokens;
using Microsoft.AspNetCore.Http;

namespace Engagement.WeChat.Emulator.Pages;

/// <summary><c>POST /emulator</c>: the control page's forms. Each leads back to the page, with a word about what happened.</summary>
internal sealed class ControlForms(
    EmulatorOptions options, PersonaBook personas, TargetBook targets, Pusher pusher, CallBook calls, FaultBook faults, TokenBook tokens,
    MediaChecks media)
{
    public async Task Take(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (form.Text("do") == "persona")
        {
            await Meet(context, form);
            return;
        }

        var (note, section) = form.Text("do") switch
        {
            "clock" => (Advance(form), ""),
            "target" => (await SetTarget(form), "target"),
            "fault" => (AddFault(form), "faults"),
            "clear-faults" => (Done("故障已全部取消。", faults.Clear), "faults"),
            "revoke" => (Done("令牌已作废，下一次调用会得到 40001。", () => tokens.RevokeAll(options.UtcNow())), "calls"),
            "reset-calls" => (Done("计数已清零。", calls.Reset), "calls"),
            "media-hand" => (Done("检测结果改为手动。", () => media.Rule = MediaRule.ByHand), "media"),
            "media-auto" => (Done("检测结果改为自动。", () => media.Rule = MediaRule.ByAddress), "media"),
            "media" => (Judge(form), "media"),
            _ => ("没有这个操作。", ""),
        };
        await PageRoutes.Redirect(context, $"/emulator?note={Uri.EscapeDataString(note)}{(section.Length > 0 ? $"#{section}" : "")}");
    }

    private Task Meet(HttpContext context, IFormCollection form)
    {
        var (name, snapshot) = (form.Text("name"), form.Text("snapshot") is not null);
        if (!Persona.IsName(name))
        {
            return PageRoutes.Redirect(context, $"/emulator?note={Uri.EscapeDataString($"名字须为 1 至 {Persona.LongestName} 个可见字符。")}");
        }

        return personas.Change(name, snapshot) is null
            ? PageRoutes.Redirect(context, $"/emulator?note={Uri.EscapeDataString("人物太多，不能再增加。")}")
            : PageRoutes.Redirect(context, ChatPage.PathOf(new(name)));
    }

    private string Advance(IFormCollection form)
    {
        if (options.AdvanceClock is not { } advance)
        {
            return "没有测试时钟；启动时加上 --clock test 才能拨动时间。";
        }

        if (ClockStep.Parse(form.Text("advance"), out var step) is { } error)
        {
            return error;
        }

        advance(step);
        return "时间已向前拨动。";
    }

    private async Task<string> SetTarget(IFormCollection form)
    {
        if (!Uri.TryCreate(form.Text("url"), UriKind.Absolute, out var url) || !Enum.TryParse<PushMode>(form.Text("mode"), out var mode))
        {
            return "回调地址须为完整的 http(s) 地址。";
        }

        var target = new PushTarget(url, form.Text("token") ?? "", form.Text("key"), mode);
        if (target.Problem() is { } problem)
        {
            return problem;
        }

        targets.Set(target);
        return await pusher.Verify(target) is { } refused ? $"已保存，但验证没有通过：{refused}" : "已保存，回调地址验证通过。";
    }

    private string AddFault(IFormCollection form)
    {
        var (api, kind, times) = (form.Text("api"), form.Text("kind"), form.Number("times", 0));
        var isErrcode = int.TryParse(kind, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var errcode);
        var shape = isErrcode ? FaultKind.Errcode : FaultKind.Timeout;
        if (api is null or { Length: > 100 } || times is < 1 or > 1_000_000 || (!isErrcode && !Enum.TryParse(kind, ignoreCase: true, out shape)))
        {
            return "故障没有写对。";
        }

        return faults.Add(new(api, shape, errcode, times)) ? "故障已注入。" : "等待中的故障太多。";
    }

    private string Judge(IFormCollection form) =>
        Verdict.Named(form.Text("suggest")) is { } verdict && form.Text("trace") is { } trace && media.End(trace, verdict) ? "结果已推送。" : "没有等待结果的检测。";

    private static string Done(string note, Action act)
    {
        act();
        return note;
    }
}
