using Engagement.WeChat.Emulator.Accounts;
using Engagement.WeChat.Emulator.Callbacks;
using Microsoft.AspNetCore.Http;

namespace Engagement.WeChat.Emulator.Control;

/// <summary><c>/emulator/target</c>: where pushes go; <c>/emulator/pushes</c>: what became of them.</summary>
internal sealed class TargetEndpoint(TargetBook targets, AccountBook accounts, Pusher pusher, PushLog log)
{
    public Task Show(HttpContext context) => targets.Of(accounts.Service) is { } target
        ? context.Response.WriteAsJsonAsync(target, EmulatorJson.Readable.PushTarget)
        : EmulatorJson.Refuse(context, StatusCodes.Status404NotFound, "还没有回调地址。");

    public async Task Set(HttpContext context)
    {
        const string expected = """{"url": "http://127.0.0.1:5000/wechat/callback", "token": "...", "encodingAesKey": "43 个字符", "mode": "plain|compatible|safe"}""";
        if (await EmulatorJson.Read(context, EmulatorJson.Readable.TargetRequest, expected) is not { } request)
        {
            return;
        }

        if (!Uri.TryCreate(request.Url, UriKind.Absolute, out var url))
        {
            await EmulatorJson.Refuse(context, StatusCodes.Status400BadRequest, "回调地址须为完整的 http(s) 地址。");
            return;
        }

        var target = new PushTarget(url, request.Token ?? "", string.IsNullOrEmpty(request.EncodingAesKey) ? null : request.EncodingAesKey, request.Mode);
        if (target.Problem() is { } problem)
        {
            await EmulatorJson.Refuse(context, StatusCodes.Status400BadRequest, problem);
            return;
        }

        targets.Set(target);
        await Show(context);
    }

    public async Task Verify(HttpContext context)
    {
        var problem = targets.Of(accounts.Service) is { } target ? await pusher.Verify(target) : "还没有回调地址。";
        await (problem is null ? Show(context) : EmulatorJson.Refuse(context, StatusCodes.Status409Conflict, problem));
    }

    public Task Pushes(HttpContext context) =>
        context.Response.WriteAsJsonAsync([.. log.Latest(PushLog.Capacity)], EmulatorJson.Readable.PushRecordArray);
}

/// <summary>Body of <c>POST /emulator/target</c>.</summary>
internal sealed record TargetRequest(string? Url, string? Token, string? EncodingAesKey = null, PushMode Mode = PushMode.Plain);
