namespace Engagement.WeChat;

/// <summary>WeChat's numbers as outcomes. https://developers.weixin.qq.com/doc/service/guide/dev/errcode.html</summary>
internal static class WeChatErrcodes
{
    public static WeChatOutcome ToOutcome(long errcode) => errcode switch
    {
        0 => WeChatOutcome.Ok,
        -1 => WeChatOutcome.Busy,
        40029 => WeChatOutcome.InvalidCode,
        40163 => WeChatOutcome.CodeUsed,
        42003 => WeChatOutcome.Expired,
        45009 or 45011 => WeChatOutcome.RateLimited,
        40226 => WeChatOutcome.RiskUser,
        // Secret, grant type, AppID, IP list, frozen secret, missing parameters, missing or banned rights, IP confirmation.
        40001 or 40002 or 40013 or 40125 or 40164 or 40243 or (>= 41000 and < 42000)
            or 48001 or 48004 or 50001 or 89503 or 89506 or 89507 => WeChatOutcome.Misconfigured,
        _ => WeChatOutcome.Unavailable,
    };
}
