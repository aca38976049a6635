using Engagement.WeChat.Emulator.Accounts;
using Engagement.WeChat.Emulator.Calls;
using Engagement.WeChat.Emulator.Faults;
using Engagement.WeChat.Emulator.Tokens;
using Microsoft.AspNetCore.Http;

namespace Engagement.WeChat.Emulator.Control;

/// <summary><c>/emulator/faults</c>, <c>/emulator/calls</c> and <c>/emulator/tokens/revoke</c>: what goes wrong, and how often it was tried.</summary>
internal sealed class FaultEndpoint(EmulatorOptions options, FaultBook faults, CallBook calls, TokenBook tokens, AccountBook accounts)
{
    public Task List(HttpContext context) => context.Response.WriteAsJsonAsync([.. faults.All], EmulatorJson.Readable.FaultArray);

    public async Task Add(HttpContext context)
    {
        const string expected = """{"api": "cgi-bin/message/template/send 或 *", "kind": "errcode|timeout|html|badGateway|truncated", "errcode": 40001, "times": 1}""";
        if (await EmulatorJson.Read(context, EmulatorJson.Readable.FaultRequest, expected) is not { } request)
        {
            return;
        }

        var error = request.Api is not { Length: > 0 and <= 100 } ? "api 须为接口路径（不含开头的 /）或 *。"
            : request.Times is < 1 or > 1_000_000 ? "times 须为 1 至 1000000。"
            : request.Kind is FaultKind.Errcode && request.Errcode == 0 ? "errcode 不能为 0。"
            : faults.Add(new(request.Api.TrimStart('/'), request.Kind, request.Kind is FaultKind.Errcode ? request.Errcode : 0, request.Times)) ? null
            : $"最多 {FaultBook.Capacity} 项。";
        await (error is null ? List(context) : EmulatorJson.Refuse(context, StatusCodes.Status400BadRequest, error));
    }

    public Task Clear(HttpContext context)
    {
        faults.Clear();
        return List(context);
    }

    public Task Calls(HttpContext context) => context.Response.WriteAsJsonAsync(calls.All, EmulatorJson.Readable.IReadOnlyDictionaryStringCallCount);

    public Task ResetCalls(HttpContext context)
    {
        calls.Reset();
        return Calls(context);
    }

    public Task Revoke(HttpContext context)
    {
        var now = options.UtcNow();
        tokens.Revoke(accounts.Service, now);
        tokens.Revoke(accounts.MiniProgram, now);
        return Calls(context);
    }
}

/// <summary>Body of <c>POST /emulator/faults</c>.</summary>
internal sealed record FaultRequest(string? Api, FaultKind Kind = FaultKind.Errcode, int Errcode = 0, int Times = 1);
