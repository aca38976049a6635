namespace Engagement.WeChat;

/// <summary>
/// Where the gateway, and whoever signs pages for the JS-SDK, gets access tokens and tickets from. One owner per AppID
/// stands behind it, in the cluster a grain: nobody else fetches tokens. Failures are outcomes, never exceptions.
/// </summary>
public interface IWeChatTokens
{
    /// <summary>The account's access token, fetched if there is none that is good for some minutes more.</summary>
    /// <param name="account">Whose; a mini program that is not configured is <see cref="WeChatOutcome.Misconfigured"/>.</param>
    /// <param name="cancellationToken">Ends the wait, not the fetch, which others share.</param>
    ValueTask<TokenResult> AccessToken(WeChatAccount account, CancellationToken cancellationToken);

    /// <summary>
    /// WeChat refused <paramref name="rejected"/> (40001, 40014, 42001). Gives the one to use instead: the current one if that
    /// is another already, else a newly fetched one. However many callers report the same token, WeChat is asked once.
    /// </summary>
    ValueTask<TokenResult> Replace(WeChatAccount account, string rejected, CancellationToken cancellationToken);

    /// <summary>The service account's <c>jsapi_ticket</c> for signing pages. WeChat allows very few fetches: always ask here.</summary>
    ValueTask<TokenResult> JsTicket(CancellationToken cancellationToken);
}
