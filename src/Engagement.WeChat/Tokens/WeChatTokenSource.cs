using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Engagement.WeChat;

/// <summary>Fetches tokens and tickets from WeChat.</summary>
internal sealed class WeChatTokenSource(WeChatHttp http, IOptions<WeChatOptions> options, ILogger<WeChatTokenSource> log) : IWeChatTokenSource
{
    private const string TokenApi = "cgi-bin/stable_token";
    private const string TicketApi = "cgi-bin/ticket/getticket";
    private const int LongestSecret = 1_024;
    private const long LongestSeconds = 86_400;

    public async Task<FetchedToken> FetchToken(WeChatAccount account, bool force, CancellationToken cancellationToken)
    {
        var wechat = options.Value;
        var (appId, secret) = account is WeChatAccount.ServiceAccount
            ? (wechat.AppId, wechat.AppSecret)
            : (wechat.MiniProgramAppId, wechat.MiniProgramAppSecret);
        if (string.IsNullOrEmpty(appId) || string.IsNullOrEmpty(secret))
        {
            log.NoMiniProgram();
            return Without(WeChatOutcome.Misconfigured);
        }

        var body = JsonSerializer.SerializeToUtf8Bytes(new("client_credential", appId, secret, force), WeChatJson.Wire.TokenRequest);
        var (outcome, answer) = await http.Send(TokenApi, "", body, Read, cancellationToken);
        // Here there is no token to refuse: 40001 says that the secret is wrong.
        return Fetched("token", TokenApi, account, force, outcome is WeChatOutcome.TokenRejected ? WeChatOutcome.Misconfigured : outcome, answer, answer?.AccessToken);
    }

    public async Task<FetchedToken> FetchJsTicket(string accessToken, CancellationToken cancellationToken)
    {
        var (outcome, answer) = await http.Send(TicketApi, $"access_token={Uri.EscapeDataString(accessToken)}&type=jsapi", null, Read, cancellationToken);
        return Fetched("ticket", TicketApi, WeChatAccount.ServiceAccount, false, outcome, answer, answer?.Ticket);
    }

    private static TokenAnswer? Read(byte[] body) =>
        body.Length <= WeChatServices.LargestJson ? WeChatAnswerReader.Read(body, WeChatJson.Wire.TokenAnswer) : null;

    private static FetchedToken Without(WeChatOutcome outcome) => new(outcome, "", TimeSpan.Zero);

    private FetchedToken Fetched(string what, string api, WeChatAccount account, bool force, WeChatOutcome outcome, TokenAnswer? answer, string? value)
    {
        if (answer is null)
        {
            return Without(outcome);
        }

        if (outcome is not WeChatOutcome.Ok)
        {
            log.Report(api, outcome, answer);
            return Without(outcome);
        }

        if (value is not { Length: > 0 and <= LongestSecret } || answer.ExpiresIn is <= 0 or > LongestSeconds)
        {
            log.NoAnswer(api, "no usable " + what);
            return Without(WeChatOutcome.Unavailable);
        }

        log.Fetched(what, account, (int)answer.ExpiresIn, force);
        return new(outcome, value, TimeSpan.FromSeconds(answer.ExpiresIn));
    }
}
