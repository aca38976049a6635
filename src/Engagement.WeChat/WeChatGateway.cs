using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Engagement.WeChat;

/// <summary>Speaks to WeChat, or to the emulator: it knows only a base address.</summary>
internal sealed partial class WeChatGateway(HttpClient http, IOptions<WeChatOptions> options, ILogger<WeChatGateway> log) : IWeChatGateway
{
    private const int LongestId = 128;

    private readonly WeChatOptions wechat = options.Value;

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
        return new Uri(wechat.OpenBase, $"/connect/oauth2/authorize?appid={wechat.AppId}&redirect_uri={Uri.EscapeDataString(redirect.AbsoluteUri)}"
            + $"&response_type=code&scope={(scope is OAuthScope.Base ? "snsapi_base" : "snsapi_userinfo")}&state={state}#wechat_redirect");
    }

    public async Task<OAuthResult> ExchangeCode(string code, CancellationToken cancellationToken)
    {
        var (outcome, answer) = await Exchange("sns/oauth2/access_token", wechat.AppId, wechat.AppSecret, "code", code, cancellationToken);
        return answer is null ? new(outcome) : new(outcome, answer.OpenId, answer.UnionId, answer.IsSnapshotUser != 0);
    }

    public async Task<CodeSessionResult> ExchangeJsCode(string code, CancellationToken cancellationToken)
    {
        if (wechat is not { MiniProgramAppId: { Length: > 0 } appId, MiniProgramAppSecret: { Length: > 0 } secret })
        {
            log.NoMiniProgram();
            return new(WeChatOutcome.Misconfigured);
        }

        var (outcome, answer) = await Exchange("sns/jscode2session", appId, secret, "js_code", code, cancellationToken);
        return answer is null ? new(outcome) : new(outcome, answer.OpenId, answer.UnionId);
    }

    /// <summary>The answer is there only when the outcome is Ok.</summary>
    private async Task<(WeChatOutcome Outcome, WeChatAnswer? Answer)> Exchange(
        string api, string appId, string secret, string parameter, string code, CancellationToken cancellationToken)
    {
        if (!CodeForm().IsMatch(code))
        {
            return (WeChatOutcome.InvalidCode, null);
        }

        var query = $"/{api}?appid={appId}&secret={Uri.EscapeDataString(secret)}&{parameter}={code}&grant_type=authorization_code";
        if (await Get(api, new Uri(wechat.ApiBase, query), cancellationToken) is not { } answer)
        {
            return (WeChatOutcome.Unavailable, null);
        }

        var outcome = WeChatErrcodes.ToOutcome(answer.Errcode);
        if (outcome is WeChatOutcome.Ok)
        {
            if (answer.OpenId is { Length: > 0 and <= LongestId } && answer.UnionId is null or { Length: <= LongestId })
            {
                return (outcome, answer with { UnionId = answer.UnionId is "" ? null : answer.UnionId });
            }

            log.NoAnswer(api, "no usable openid");
            return (WeChatOutcome.Unavailable, null);
        }

        Report(api, outcome, answer);
        return (outcome, null);
    }

    private async Task<WeChatAnswer?> Get(string api, Uri address, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await http.GetAsync(address, cancellationToken);
            if (!response.IsSuccessStatusCode)
            {
                log.NoAnswer(api, $"HTTP {(int)response.StatusCode}");
                return null;
            }

            var answer = WeChatAnswerReader.Read(await response.Content.ReadAsByteArrayAsync(cancellationToken));
            if (answer is null)
            {
                log.NoAnswer(api, "unreadable");
            }

            return answer;
        }
        catch (HttpRequestException e)
        {
            log.NoAnswer(api, e.HttpRequestError.ToString());
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            log.NoAnswer(api, "timeout");
        }

        return null;
    }

    private void Report(string api, WeChatOutcome outcome, WeChatAnswer answer)
    {
        var rid = WeChatAnswerReader.Rid(answer.Errmsg);
        switch (outcome)
        {
            case WeChatOutcome.Misconfigured: log.Misconfigured(api, answer.Errcode, rid); break;
            case WeChatOutcome.Busy or WeChatOutcome.RateLimited or WeChatOutcome.Unavailable: log.NotServed(api, outcome, answer.Errcode, rid); break;
            default: log.Refused(api, outcome, answer.Errcode, rid); break;
        }
    }

    [GeneratedRegex(@"\A[0-9a-zA-Z]{1,128}\z", RegexOptions.CultureInvariant)]
    private static partial Regex StateForm();

    [GeneratedRegex(@"\A[0-9a-zA-Z_-]{1,512}\z", RegexOptions.CultureInvariant)]
    private static partial Regex CodeForm();
}
