namespace Engagement.WeChat;

internal sealed partial class WeChatGateway
{
    internal const string FollowerPath = "cgi-bin/user/info";

    public async Task<FollowerResult> Follower(string openId, CancellationToken cancellationToken)
    {
        var (outcome, answer) = await caller.Call(WeChatAccount.ServiceAccount, FollowerPath,
            $"&openid={Uri.EscapeDataString(openId)}&lang=zh_CN", null, Json(WeChatJson.Wire.FollowerAnswer), cancellationToken);
        return Result(outcome, answer);
    }

    internal FollowerResult Result(WeChatOutcome outcome, FollowerAnswer? answer) => answer switch
    {
        null => new(outcome),
        { Subscribe: null } => new(Missing(FollowerPath, "subscribe")),
        { Subscribe: 0 } => new(outcome),
        _ => new(outcome, true, NotEmpty(answer.Unionid), Since(answer.SubscribeTime), NotEmpty(answer.SubscribeScene)),
    };

    private static DateTimeOffset? Since(long seconds) => seconds is > 0 and < 10_000_000_000 ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;
}
