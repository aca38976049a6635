using Microsoft.Extensions.Logging;

namespace Engagement.WeChat;

/// <summary>Everything this library logs: never a code, an id, a secret, a text or an address with a query.</summary>
internal static partial class WeChatLog
{
    /// <summary>Says what an answer other than Ok means, as loudly as it concerns an operator.</summary>
    public static void Report(this ILogger log, string api, WeChatOutcome outcome, WeChatAnswer answer)
    {
        var (errcode, rid) = (answer.Errcode ?? 0, WeChatAnswerReader.Rid(answer.Errmsg));
        switch (outcome)
        {
            case WeChatOutcome.Misconfigured: log.Misconfigured(api, errcode, rid); break;
            case WeChatOutcome.Invalid: log.Malformed(api, errcode, rid); break;
            case WeChatOutcome.Busy or WeChatOutcome.RateLimited or WeChatOutcome.Unavailable or WeChatOutcome.TokenRejected:
                log.NotServed(api, outcome, errcode, rid);
                break;
            default: log.Refused(api, outcome, errcode, rid); break;
        }
    }

    [LoggerMessage(1, LogLevel.Information, "WeChat refused {Api}: {Outcome}, errcode {Errcode}, rid {Rid}")]
    public static partial void Refused(this ILogger log, string api, WeChatOutcome outcome, long errcode, string rid);

    [LoggerMessage(2, LogLevel.Warning, "WeChat could not serve {Api}: {Outcome}, errcode {Errcode}, rid {Rid}")]
    public static partial void NotServed(this ILogger log, string api, WeChatOutcome outcome, long errcode, string rid);

    [LoggerMessage(3, LogLevel.Error,
        "WeChat rejects this site's settings at {Api}: errcode {Errcode}, rid {Rid}. Check AppID, AppSecret, templates, account rights and the IP list.")]
    public static partial void Misconfigured(this ILogger log, string api, long errcode, string rid);

    [LoggerMessage(4, LogLevel.Warning, "No usable answer from WeChat at {Api}: {Reason}")]
    public static partial void NoAnswer(this ILogger log, string api, string reason);

    [LoggerMessage(5, LogLevel.Error, "The mini program was needed, but WeChat:MiniProgramAppId is not set")]
    public static partial void NoMiniProgram(this ILogger log);

    [LoggerMessage(6, LogLevel.Error, "WeChat found what was sent to {Api} malformed: errcode {Errcode}, rid {Rid}")]
    public static partial void Malformed(this ILogger log, string api, long errcode, string rid);

    [LoggerMessage(7, LogLevel.Information, "A {What} of {Account} was fetched, good for {Seconds} s; forced: {Forced}")]
    public static partial void Fetched(this ILogger log, string what, WeChatAccount account, int seconds, bool forced);
}
