namespace Engagement.WeChat;

/// <summary>Body of <c>wxa/msg_sec_check</c>.</summary>
internal sealed record TextCheckBody(int Version, string Openid, int Scene, string Content, string? Nickname);

/// <summary>Body of <c>wxa/media_check_async</c>.</summary>
internal sealed record MediaCheckBody(int Version, string Openid, int Scene, string MediaUrl, int MediaType);

/// <summary>Answer of both.</summary>
internal sealed record CheckAnswer : WeChatAnswer
{
    public string? TraceId { get; init; }

    public Verdict? Result { get; init; }

    internal sealed record Verdict(string? Suggest, int Label);
}

/// <summary>Body of <c>wxa/getuserriskrank</c>.</summary>
internal sealed record RiskBody(string Appid, string Openid, int Scene, string ClientIp);

/// <summary>Answer of <c>wxa/getuserriskrank</c>.</summary>
internal sealed record RiskAnswer : WeChatAnswer
{
    public int? RiskRank { get; init; }
}
