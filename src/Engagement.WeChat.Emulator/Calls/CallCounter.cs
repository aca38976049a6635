using Engagement.WeChat.Emulator.Answers;
using Engagement.WeChat.Emulator.Faults;
using Microsoft.AspNetCore.Http;

namespace Engagement.WeChat.Emulator.Calls;

/// <summary>Counts every call of WeChat's servers, and disturbs those that a tester wants disturbed.</summary>
internal sealed class CallCounter(RequestDelegate next, EmulatorOptions options, CallBook calls, FaultBook faults)
{
    /// <summary>Where WeChat's calls begin.</summary>
    public static readonly IReadOnlyList<string> Roots = ["cgi-bin", "sns", "wxa"];

    public async Task InvokeAsync(HttpContext context)
    {
        var name = context.Request.Path.Value![1..];
        if (!Roots.Any(root => name.StartsWith(root + "/", StringComparison.Ordinal)) || name == "cgi-bin/showqrcode")
        {
            await next(context);
            return;
        }

        if (faults.Take(name) is { } fault)
        {
            calls.Count(name, fault.Errcode, options.UtcNow());
            await fault.Write(context, options.UtcNow());
            return;
        }

        await next(context);
        var errcode = context.Features.Get<ApiError>()?.Errcode ?? 0;
        calls.Count(errcode == ApiError.InvalidUrl.Errcode ? "(unknown)" : name, errcode, options.UtcNow());
    }
}
