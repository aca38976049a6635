namespace Engagement.WeChat;

/// <summary>
/// The two calls that give out secrets of an account. Only its owner (<see cref="IWeChatTokens"/>) may make them: WeChat counts
/// them. Each makes at most one request; expected failures are outcomes.
/// </summary>
public interface IWeChatTokenSource
{
    /// <summary>Fetches an access token (<c>POST cgi-bin/stable_token</c>): 10,000 a minute and 500,000 a day.</summary>
    /// <param name="account">Whose.</param>
    /// <param name="force">True makes a new token and ends the old one: at most 20 a day, 30 s apart.
    /// False returns the current one, and a new one in its last five minutes.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <remarks>https://developers.weixin.qq.com/doc/service/api/base/api_getstableaccesstoken.html</remarks>
    Task<FetchedToken> FetchToken(WeChatAccount account, bool force, CancellationToken cancellationToken);

    /// <summary>Fetches the service account's JS ticket (<c>GET cgi-bin/ticket/getticket</c>); WeChat: "调用次数非常有限".</summary>
    /// <param name="accessToken">The service account's; refused means <see cref="WeChatOutcome.TokenRejected"/>.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    Task<FetchedToken> FetchJsTicket(string accessToken, CancellationToken cancellationToken);
}
