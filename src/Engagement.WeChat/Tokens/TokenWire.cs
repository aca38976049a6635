namespace Engagement.WeChat;

/// <summary>Body of <c>cgi-bin/stable_token</c>.</summary>
internal sealed record TokenRequest(string GrantType, string Appid, string Secret, bool ForceRefresh);

/// <summary>Answer of <c>cgi-bin/stable_token</c> and <c>cgi-bin/ticket/getticket</c>.</summary>
internal sealed record TokenAnswer : WeChatAnswer
{
    public string? AccessToken { get; init; }

    public string? Ticket { get; init; }

    public long ExpiresIn { get; init; }
}
