using Microsoft.Extensions.Logging;

namespace Engagement.WeChat;

/// <summary>Everything this library logs: never a code, an id, a secret or an address with a query.</summary>
internal static partial class WeChatLog
{
    [LoggerMessage(1, LogLevel.Information, "WeChat refused a sign-in at {Api}: {Outcome}, errcode {Errcode}, rid {Rid}")]
    public static partial void Refused(this ILogger log, string api, WeChatOutcome outcome, long errcode, string rid);

    [LoggerMessage(2, LogLevel.Warning, "WeChat could not serve {Api}: {Outcome}, errcode {Errcode}, rid {Rid}")]
    public static partial void NotServed(this ILogger log, string api, WeChatOutcome outcome, long errcode, string rid);

    [LoggerMessage(3, LogLevel.Error,
        "WeChat rejects this site's settings at {Api}: errcode {Errcode}, rid {Rid}. Check AppID, AppSecret, account rights and the IP list.")]
    public static partial void Misconfigured(this ILogger log, string api, long errcode, string rid);

    [LoggerMessage(4, LogLevel.Warning, "No usable answer from WeChat at {Api}: {Reason}")]
    public static partial void NoAnswer(this ILogger log, string api, string reason);

    [LoggerMessage(5, LogLevel.Error, "A mini program code arrived, but WeChat:MiniProgramAppId is not set")]
    public static partial void NoMiniProgram(this ILogger log);
}
