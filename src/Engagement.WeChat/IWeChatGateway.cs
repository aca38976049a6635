using System.Net;

namespace Engagement.WeChat;

/// <summary>
/// All this site asks of WeChat's servers. Expected failures are outcomes, never exceptions: only a cancelled
/// <c>cancellationToken</c> throws <see cref="OperationCanceledException"/>, and a malformed argument of our own
/// <see cref="ArgumentException"/>. A request takes at most 3 s. A call makes one request; a second one only when WeChat
/// refused our access token, or when no connection could be made: then nothing was
/// done yet. While WeChat's quota of a call is used up, it answers <see cref="WeChatOutcome.RateLimited"/> without a request.
/// What each number of WeChat means and what the product does: <see cref="WeChatErrcodes"/>.
/// </summary>
public interface IWeChatGateway
{
    /// <summary>Where to send a browser to sign in; WeChat then calls <c>redirect?code=..&amp;state=..</c>.</summary>
    /// <param name="redirect">Absolute http(s) address without fragment; its host must be registered with WeChat (else page error 10003).</param>
    /// <param name="state">1 to 128 ASCII letters and digits; comes back unchanged.</param>
    /// <param name="scope">How much to ask for.</param>
    /// <exception cref="ArgumentException">One of them is not of that form: a programming error.</exception>
    /// <remarks>https://developers.weixin.qq.com/doc/service/guide/h5/auth.html</remarks>
    Uri AuthorizeUrl(Uri redirect, string state, OAuthScope scope = OAuthScope.Base);

    /// <summary>Exchanges the code of a web sign-in (<c>sns/oauth2/access_token</c>). A code works once, for five minutes.</summary>
    /// <param name="code">As it came in the query, unverified; a malformed one is <see cref="WeChatOutcome.InvalidCode"/> without a call.</param>
    /// <param name="cancellationToken">Ends the wait; the code counts as used all the same.</param>
    /// <remarks>https://developers.weixin.qq.com/doc/service/guide/h5/auth.html</remarks>
    Task<OAuthResult> ExchangeCode(string code, CancellationToken cancellationToken);

    /// <summary>The unionid of a person who agreed to tell (<c>sns/userinfo</c>, 50,000 a minute).</summary>
    /// <param name="userToken"><see cref="OAuthResult.UserToken"/> of the same person, under <see cref="OAuthScope.UserInfo"/>.</param>
    /// <param name="openId">The person.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<UserInfoResult> UserInfo(string userToken, string openId, CancellationToken cancellationToken);

    /// <summary>Exchanges a mini program's <c>wx.login</c> code (<c>sns/jscode2session</c>).
    /// A code works once, for five minutes; 100 calls a minute per user.</summary>
    /// <param name="code">As the mini program sent it, unverified; a malformed one is <see cref="WeChatOutcome.InvalidCode"/> without a call.</param>
    /// <param name="cancellationToken">Ends the wait; the code counts as used all the same.</param>
    /// <remarks>https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/user-login/code2Session.html</remarks>
    Task<CodeSessionResult> ExchangeJsCode(string code, CancellationToken cancellationToken);

    /// <summary>Whether a person follows the service account (<c>cgi-bin/user/info</c>).</summary>
    /// <param name="openId">Of the service account.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<FollowerResult> Follower(string openId, CancellationToken cancellationToken);

    /// <summary>Makes a parametric code of the service account (<c>cgi-bin/qrcode/create</c>).</summary>
    Task<QrCodeResult> CreateQrCode(QrCodeRequest request, CancellationToken cancellationToken);

    /// <summary>Makes a picture of a mini-program code (<c>wxa/getwxacodeunlimit</c>, 5,000 a minute); it never expires: keep it.</summary>
    Task<MiniCodeResult> CreateMiniCode(MiniCodeRequest request, CancellationToken cancellationToken);

    /// <summary>Replaces the service account's menu (<c>cgi-bin/menu/create</c>); clients show it within a day.</summary>
    /// <param name="buttons">1 to 3 of the first level.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<WeChatOutcome> CreateMenu(IReadOnlyList<MenuButton> buttons, CancellationToken cancellationToken);

    /// <summary>The service account's menu (<c>cgi-bin/menu/get</c>).</summary>
    Task<MenuResult> GetMenu(CancellationToken cancellationToken);

    /// <summary>Takes the service account's menu away (<c>cgi-bin/menu/delete</c>); Ok also when there was none.</summary>
    Task<WeChatOutcome> DeleteMenu(CancellationToken cancellationToken);

    /// <summary>Sends a template message (<c>cgi-bin/message/template/send</c>, 100,000 a day). <see cref="WeChatOutcome.NotFollowing"/> is normal.</summary>
    Task<SentResult> SendTemplate(TemplateMessage message, CancellationToken cancellationToken);

    /// <summary>Sends a subscription notice (<c>cgi-bin/message/subscribe/bizsend</c>). <see cref="WeChatOutcome.Refused"/> is normal.</summary>
    Task<SentResult> SendSubscription(SubscriptionMessage message, CancellationToken cancellationToken);

    /// <summary>Sends a mini-program message (<c>cgi-bin/message/subscribe/send</c>). <see cref="WeChatOutcome.Refused"/> is normal.</summary>
    Task<SentResult> SendMiniProgram(MiniProgramMessage message, CancellationToken cancellationToken);

    /// <summary>Has a text checked (<c>wxa/msg_sec_check</c>, 4,000 a minute, 2,000,000 a day).</summary>
    /// <remarks>https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/sec-center/sec-check/msgSecCheck.html</remarks>
    Task<TextCheckResult> CheckText(TextCheck check, CancellationToken cancellationToken);

    /// <summary>Begins the check of a picture or sound (<c>wxa/media_check_async</c>, 2,000 a minute, 200,000 a day).</summary>
    /// <remarks>https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/sec-center/sec-check/mediaCheckAsync.html</remarks>
    Task<MediaCheckResult> CheckMedia(MediaCheck check, CancellationToken cancellationToken);

    /// <summary>Asks how risky WeChat holds a person for (<c>wxa/getuserriskrank</c>).</summary>
    /// <param name="openId">Of the mini program, active within the last two hours.</param>
    /// <param name="scene">What the person is about to do.</param>
    /// <param name="client">The person's address.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <remarks>https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/sec-center/safety-control-capability/getUserRiskRank.html</remarks>
    Task<RiskRankResult> RiskRank(string openId, RiskScene scene, IPAddress client, CancellationToken cancellationToken);
}
