using System.Net;

namespace Engagement.WeChat;

internal sealed partial class WeChatGateway
{
    private const string TextApi = "wxa/msg_sec_check";
    private const string MediaApi = "wxa/media_check_async";
    private const string RiskApi = "wxa/getuserriskrank";
    private const int LongestText = 2_500;

    public async Task<TextCheckResult> CheckText(TextCheck check, CancellationToken cancellationToken)
    {
        if (check.Content.Length is < 1 or > LongestText)
        {
            throw new ArgumentException("A text to be checked has 1 to 2,500 characters.", nameof(check));
        }

        var body = new TextCheckBody(2, check.OpenId, (int)check.Scene, check.Content, check.Nickname);
        var (outcome, answer) = await caller.Call(WeChatAccount.MiniProgram, TextApi, "", Body(body, WeChatJson.Wire.TextCheckBody),
            Json(WeChatJson.Wire.CheckAnswer), cancellationToken);
        return answer switch
        {
            null => new(outcome),
            { Result.Suggest: null } or { Result: null } => new(Missing(TextApi, "result")),
            _ => new(outcome, Suggestion(answer.Result.Suggest), answer.Result.Label, NotEmpty(answer.TraceId)),
        };
    }

    public async Task<MediaCheckResult> CheckMedia(MediaCheck check, CancellationToken cancellationToken)
    {
        var body = new MediaCheckBody(2, check.OpenId, (int)check.Scene, check.Media.AbsoluteUri, (int)check.Kind);
        var (outcome, answer) = await caller.Call(WeChatAccount.MiniProgram, MediaApi, "", Body(body, WeChatJson.Wire.MediaCheckBody),
            Json(WeChatJson.Wire.CheckAnswer), cancellationToken);
        return answer switch
        {
            null => new(outcome),
            { TraceId: { Length: > 0 } trace } => new(outcome, trace),
            _ => new(Missing(MediaApi, "trace_id")),
        };
    }

    public async Task<RiskRankResult> RiskRank(string openId, RiskScene scene, IPAddress client, CancellationToken cancellationToken)
    {
        var address = client.IsIPv4MappedToIPv6 ? client.MapToIPv4() : client;
        var body = new RiskBody(wechat.MiniProgramAppId ?? "", openId, (int)scene, address.ToString());
        var (outcome, answer) = await caller.Call(WeChatAccount.MiniProgram, RiskApi, "", Body(body, WeChatJson.Wire.RiskBody),
            Json(WeChatJson.Wire.RiskAnswer), cancellationToken);
        return answer switch
        {
            null => new(outcome),
            { RiskRank: { } rank and >= 0 and <= 4 } => new(outcome, rank),
            _ => new(Missing(RiskApi, "risk_rank")),
        };
    }

    private static CheckSuggestion Suggestion(string text) => text switch
    {
        "pass" => CheckSuggestion.Pass,
        "risky" => CheckSuggestion.Risky,
        _ => CheckSuggestion.Review,
    };
}
