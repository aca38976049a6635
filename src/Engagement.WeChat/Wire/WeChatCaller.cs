using Microsoft.Extensions.Logging;

namespace Engagement.WeChat;

/// <summary>A call that needs an account's access token: put off while its quota is used up, and made once more, with another
/// token, if WeChat refused the first.</summary>
internal sealed class WeChatCaller(WeChatHttp http, IWeChatTokens tokens, WeChatQuotas quotas, ILogger<WeChatCaller> log)
{
    /// <summary>Makes the call. The answer is there only when the outcome is Ok.</summary>
    /// <param name="account">Whose token.</param>
    /// <param name="api">The path.</param>
    /// <param name="query">Escaped, beginning with <c>&amp;</c>; may be empty.</param>
    /// <param name="body">JSON, or null for GET.</param>
    /// <param name="read">Makes the answer of the bytes.</param>
    /// <param name="cancellationToken">The only thing that throws.</param>
    public Task<(WeChatOutcome Outcome, T? Answer)> Call<T>(
        WeChatAccount account, string api, string query, byte[]? body, Func<byte[], T?> read, CancellationToken cancellationToken) where T : WeChatAnswer =>
        Call(account, api, token => http.Send(api, $"access_token={Uri.EscapeDataString(token)}{query}", body, read, cancellationToken), cancellationToken);

    /// <summary>Makes a call that somebody else sends; the same rules.</summary>
    /// <param name="account">Whose token.</param>
    /// <param name="api">The path.</param>
    /// <param name="send">Sends with the access token; answers as <see cref="WeChatHttp.Send"/> does.</param>
    /// <param name="cancellationToken">The only thing that throws.</param>
    public async Task<(WeChatOutcome Outcome, T? Answer)> Call<T>(
        WeChatAccount account, string api, Func<string, Task<(WeChatOutcome Outcome, T? Answer)>> send, CancellationToken cancellationToken) where T : WeChatAnswer
    {
        if (quotas.IsSpent(api))
        {
            return (WeChatOutcome.RateLimited, null);
        }

        var token = await tokens.AccessToken(account, cancellationToken);
        if (!token.IsOk)
        {
            return (WithoutToken(token), null);
        }

        var (outcome, answer) = await send(token.Value);
        if (outcome is WeChatOutcome.TokenRejected)
        {
            token = await tokens.Replace(account, token.Value, cancellationToken);
            if (!token.IsOk)
            {
                return (WithoutToken(token), null);
            }

            (outcome, answer) = await send(token.Value);
        }

        if (answer is null)
        {
            return (outcome, null);
        }

        quotas.Note(api, answer.Errcode ?? 0);
        if (outcome is WeChatOutcome.Ok)
        {
            return (outcome, answer);
        }

        log.Report(api, outcome, answer);
        return (outcome, null);
    }

    // Whatever befell the fetch of a token, this call was not made: "perhaps done" would be wrong.
    private static WeChatOutcome WithoutToken(TokenResult token) =>
        token.Outcome is WeChatOutcome.Ok or WeChatOutcome.Unavailable ? WeChatOutcome.TokenRejected : token.Outcome;
}
