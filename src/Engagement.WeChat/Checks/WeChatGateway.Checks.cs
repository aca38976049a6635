using System.Net;

namespace Engagement.WeChat;

internal sealed partial class WeChatGateway
{
    internal const string TextPath = "wxa/msg_sec_check";
    internal const string MediaPath = "wxa/media_check_async";
    internal const string RiskPath = "wxa/getuserriskrank";
    private const int LongestText = 2_500;

    public async Task<TextCheckResult> CheckText(TextCheck check, CancellationToken cancellationToken)
    {
        Check(check);
        var body = new TextCheckBody(2, check.OpenId, (int)check.Scene, check.Content, check.Nickname);
        var (outcome, answer) = await caller.Call(WeChatAccount.MiniProgram, TextPath, "", Body(body, WeChatJson.Wire.TextCheckBody),
            Json(WeChatJson.Wire.CheckAnswer), cancellationToken);
        return TextResult(outcome, answer);
    }

    public async Task<MediaCheckResult> CheckMedia(MediaCheck check, CancellationToken cancellationToken)
    {
        var body = new MediaCheckBody(2, check.OpenId, (int)check.Scene, check.Media.AbsoluteUri, (int)check.Kind);
        var (outcome, answer) = await caller.Call(WeChatAccount.MiniProgram, MediaPath, "", Body(body, WeChatJson.Wire.MediaCheckBody),
            Json(WeChatJson.Wire.CheckAnswer), cancellationToken);
        return MediaResult(outcome, answer);
    }

    public async Task<RiskRankResult> RiskRank(string openId, RiskScene scene, IPAddress client, CancellationToken cancellationToken)
    {
        var body = new RiskBody(wechat.MiniProgramAppId ?? "", openId, (int)scene, Address(client));
        var (outcome, answer) = await caller.Call(WeChatAccount.MiniProgram, RiskPath, "", Body(body, WeChatJson.Wire.RiskBody),
            Json(WeChatJson.Wire.RiskAnswer), cancellationToken);
        return Result(outcome, answer);
    }

    /// <exception cref="ArgumentException">It is out of WeChat's bounds.</exception>
    internal static void Check(TextCheck check)
    {
        if (check.Content.Length is < 1 or > LongestText)
        {
            throw new ArgumentException("A text to be checked has 1 to 2,500 characters.", nameof(check));
        }
    }

    internal static string Address(IPAddress client) => (client.IsIPv4MappedToIPv6 ? client.MapToIPv4() : client).ToString();

    internal TextCheckResult TextResult(WeChatOutcome outcome, CheckAnswer? answer) => answer switch
    {
        null => new(outcome),
        { Result.Suggest: null } or { Result: null } => new(Missing(TextPath, "result")),
        _ => new(outcome, Suggestion(answer.Result.Suggest), answer.Result.Label, NotEmpty(answer.TraceId)),
    };

    internal MediaCheckResult MediaResult(WeChatOutcome outcome, CheckAnswer? answer) => answer switch
    {
        null => new(outcome),
        { TraceId: { Length: > 0 } trace } => new(outcome, trace),
        _ => new(Missing(MediaPath, "trace_id")),
    };

    internal RiskRankResult Result(WeChatOutcome outcome, RiskAnswer? answer) => answer switch
    {
        null => new(outcome),
        { RiskRank: { } rank and >= 0 and <= 4 } => new(outcome, rank),
        _ => new(Missing(RiskPath, "risk_rank")),
    };

    private static CheckSuggestion Suggestion(string text) => text switch
    {
        "pass" => CheckSuggestion.Pass,
        "risky" => CheckSuggestion.Risky,
        _ => CheckSuggestion.Review,
    };
}
