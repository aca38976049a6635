using System.Text.RegularExpressions;

namespace Engagement.WeChat;

/// <summary>Signing in. These calls bear no access token of an account, and WeChat counts them per person: no quota puts them off.</summary>
internal sealed partial class WeChatGateway
{
    internal const string UserInfoPath = "sns/userinfo";
    internal const string CodePath = "sns/oauth2/access_token";
    internal const string JsCodePath = "sns/jscode2session";

    public Uri AuthorizeUrl(Uri redirect, string state, OAuthScope scope = OAuthScope.Base)
    {
        if (!redirect.IsAbsoluteUri || redirect.Scheme is not ("https" or "http") || redirect.Fragment.Length > 0)
        {
            throw new ArgumentException("Give an absolute http(s) address without fragment.", nameof(redirect));
        }

        if (!StateForm().IsMatch(state))
        {
            throw new ArgumentException("Give 1 to 128 ASCII letters and digits; WeChat cuts or refuses anything else.", nameof(state));
        }

        // WeChat matches the whole address against a pattern: the order of the parameters and the fragment are part of it.
        var asked = scope is OAuthScope.UserInfo ? "snsapi_userinfo" : "snsapi_base";
        return new Uri(wechat.OpenBase, $"/connect/oauth2/authorize?appid={wechat.AppId}&redirect_uri={Uri.EscapeDataString(redirect.AbsoluteUri)}"
            + $"&response_type=code&scope={asked}&state={state}#wechat_redirect");
    }

    public async Task<OAuthResult> ExchangeCode(string code, CancellationToken cancellationToken)
    {
        var (outcome, answer) = await Exchange(CodePath, wechat.AppId, wechat.AppSecret, "code", code, cancellationToken);
        return CodeResult(outcome, answer);
    }

    internal static OAuthResult CodeResult(WeChatOutcome outcome, SignInAnswer? answer) => answer is null
        ? new(outcome)
        : new(outcome, answer.Openid, answer.Unionid, answer.IsSnapshotuser != 0, answer.Scope is "snsapi_userinfo" ? answer.AccessToken : null);

    public async Task<UserInfoResult> UserInfo(string userToken, string openId, CancellationToken cancellationToken)
    {
        var query = $"access_token={Uri.EscapeDataString(userToken)}&openid={Uri.EscapeDataString(openId)}&lang=zh_CN";
        var (outcome, answer) = await http.Send(UserInfoPath, query, null, Json(WeChatJson.Wire.SignInAnswer), cancellationToken);
        return InfoResult(openId, outcome, answer);
    }

    internal UserInfoResult InfoResult(string openId, WeChatOutcome outcome, SignInAnswer? answer)
    {
        if (outcome is WeChatOutcome.Ok && answer is not null)
        {
            return answer.Openid == openId ? new(outcome, NotEmpty(answer.Unionid)) : new(Missing(UserInfoPath, "openid"));
        }

        // Here the token is the person's own: refused, it has ended.
        return new(Said(UserInfoPath, outcome is WeChatOutcome.TokenRejected ? WeChatOutcome.Expired : outcome, answer));
    }

    public async Task<CodeSessionResult> ExchangeJsCode(string code, CancellationToken cancellationToken)
    {
        if (MiniProgram() is not { } mini)
        {
            return new(WeChatOutcome.Misconfigured);
        }

        var (outcome, answer) = await Exchange(JsCodePath, mini.AppId, mini.Secret, "js_code", code, cancellationToken);
        return answer is null ? new(outcome) : new(outcome, answer.Openid, answer.Unionid);
    }

    internal (string AppId, string Secret)? MiniProgram()
    {
        if (wechat is { MiniProgramAppId: { Length: > 0 } appId, MiniProgramAppSecret: { Length: > 0 } secret })
        {
            return (appId, secret);
        }

        log.NoMiniProgram();
        return null;
    }

    internal static bool IsCode(string code) => CodeForm().IsMatch(code);

    private async Task<(WeChatOutcome Outcome, SignInAnswer? Answer)> Exchange(
        string api, string appId, string secret, string parameter, string code, CancellationToken cancellationToken)
    {
        if (!IsCode(code))
        {
            return (WeChatOutcome.InvalidCode, null);
        }

        var query = $"appid={appId}&secret={Uri.EscapeDataString(secret)}&{parameter}={code}&grant_type=authorization_code";
        var (outcome, answer) = await http.Send(api, query, null, Json(WeChatJson.Wire.SignInAnswer), cancellationToken);
        return Exchanged(api, outcome, answer);
    }

    /// <summary>The answer is there only when the outcome is Ok.</summary>
    internal (WeChatOutcome Outcome, SignInAnswer? Answer) Exchanged(string api, WeChatOutcome outcome, SignInAnswer? answer)
    {
        if (outcome is not WeChatOutcome.Ok || answer is null)
        {
            // Without a token, 40001 says that the secret is wrong.
            return (Said(api, outcome is WeChatOutcome.TokenRejected ? WeChatOutcome.Misconfigured : outcome, answer), null);
        }

        return answer.Openid is { Length: > 0 and <= LongestId } && answer.Unionid is null or { Length: <= LongestId }
            ? (outcome, answer with { Unionid = NotEmpty(answer.Unionid) })
            : (Missing(api, "openid"), null);
    }

    private WeChatOutcome Said(string api, WeChatOutcome outcome, WeChatAnswer? answer)
    {
        if (answer is not null)
        {
            log.Report(api, outcome, answer);
        }

        return outcome;
    }

    [GeneratedRegex(@"\A[0-9a-zA-Z]{1,128}\z", RegexOptions.CultureInvariant)]
    private static partial Regex StateForm();

    [GeneratedRegex(@"\A[0-9a-zA-Z_-]{1,512}\z", RegexOptions.CultureInvariant)]
    private static partial Regex CodeForm();
}
