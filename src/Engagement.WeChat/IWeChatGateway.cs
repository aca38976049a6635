namespace Engagement.WeChat;

/// <summary>
/// All this site asks of WeChat's servers. Expected failures are outcomes, never exceptions; each call makes at most one
/// request of at most 3 s, because a code whose exchange got lost can not be exchanged again.
/// </summary>
public interface IWeChatGateway
{
    /// <summary>Where to send a browser to sign in silently (<c>snsapi_base</c>); WeChat then calls <c>redirect?code=..&amp;state=..</c>.</summary>
    /// <param name="redirect">Absolute http(s) address without fragment; its host must be registered with WeChat (else page error 10003).</param>
    /// <param name="state">1 to 128 ASCII letters and digits; comes back unchanged.</param>
    /// <exception cref="ArgumentException">One of them is not of that form: a programming error.</exception>
    /// <remarks>https://developers.weixin.qq.com/doc/service/guide/h5/auth.html</remarks>
    Uri AuthorizeUrl(Uri redirect, string state);

    /// <summary>Exchanges the code of a web sign-in (<c>sns/oauth2/access_token</c>). A code works once, for five minutes.</summary>
    /// <param name="code">As it came in the query, unverified; a malformed one is <see cref="WeChatOutcome.InvalidCode"/> without a call.</param>
    /// <param name="cancellationToken">Ends the wait; the code counts as used all the same.</param>
    /// <exception cref="OperationCanceledException">Only if <paramref name="cancellationToken"/> was cancelled.</exception>
    /// <remarks>https://developers.weixin.qq.com/doc/service/guide/h5/auth.html</remarks>
    Task<OAuthResult> ExchangeCode(string code, CancellationToken cancellationToken);

    /// <summary>Exchanges a mini program's <c>wx.login</c> code (<c>sns/jscode2session</c>).
    /// A code works once, for five minutes; 100 calls a minute per user.</summary>
    /// <param name="code">As the mini program sent it, unverified; a malformed one is <see cref="WeChatOutcome.InvalidCode"/> without a call.</param>
    /// <param name="cancellationToken">Ends the wait; the code counts as used all the same.</param>
    /// <exception cref="OperationCanceledException">Only if <paramref name="cancellationToken"/> was cancelled.</exception>
    /// <remarks>https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/user-login/code2Session.html</remarks>
    Task<CodeSessionResult> ExchangeJsCode(string code, CancellationToken cancellationToken);
}
