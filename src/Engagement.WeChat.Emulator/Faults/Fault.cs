using Engagement.WeChat.Emulator.Answers;
using Microsoft.AspNetCore.Http;

namespace Engagement.WeChat.Emulator.Faults;

/// <summary>A disturbance that waits for calls.</summary>
/// <param name="Api">The call's name, or <c>*</c> for any.</param>
/// <param name="Kind">How.</param>
/// <param name="Errcode">The errcode; 0 for the other kinds.</param>
/// <param name="Times">How many calls it still meets.</param>
internal sealed record Fault(string Api, FaultKind Kind, int Errcode, int Times)
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    private static readonly Dictionary<int, string> Words = new()
    {
        [-1] = "system error",
        [40001] = ApiError.InvalidCredential.Errmsg,
        [40003] = ApiError.InvalidOpenId.Errmsg,
        [40014] = ApiError.InvalidToken.Errmsg,
        [40164] = "invalid ip 203.0.113.7, not in whitelist",
        [42001] = ApiError.TokenExpired.Errmsg,
        [43004] = ApiError.FollowRequired.Errmsg,
        [43101] = ApiError.Refused.Errmsg,
        [45009] = ApiError.DailyQuota.Errmsg,
        [45011] = ApiError.MinuteQuota.Errmsg,
        [48001] = ApiError.NoRight.Errmsg,
    };

    public async Task Write(HttpContext context, DateTimeOffset now)
    {
        switch (Kind)
        {
            case FaultKind.Timeout:
                await Task.Delay(LongestWait, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                context.Abort();
                break;
            case FaultKind.Html:
                context.Response.ContentType = "text/html; charset=utf-8";
                await context.Response.WriteAsync("<html><head><title>502</title></head><body><h1>Bad Gateway</h1></body></html>", context.RequestAborted);
                break;
            case FaultKind.BadGateway:
                context.Response.StatusCode = StatusCodes.Status502BadGateway;
                break;
            case FaultKind.Truncated:
                context.Response.ContentType = ApiWriter.Json;
                await context.Response.WriteAsync("{\"errcode\":0,\"errmsg\":\"o", context.RequestAborted);
                break;
            default:
                await ApiWriter.Write(context, new ApiError(Errcode, Words.GetValueOrDefault(Errcode, "emulated error")), now);
                break;
        }
    }
}
