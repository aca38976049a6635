using System.Text.Json.Nodes;
using Engagement.WeChat.Emulator.Accounts;
using Engagement.WeChat.Emulator.Answers;
using Engagement.WeChat.Emulator.Calls;

namespace Engagement.WeChat.Emulator.Tokens;

/// <summary><c>cgi-bin/token</c>, <c>cgi-bin/stable_token</c> and <c>cgi-bin/ticket/getticket</c>.</summary>
internal sealed class TokenApi(AccountBook accounts, TokenBook tokens, CallBook calls) : IApi
{
    public IEnumerable<ApiRoute> Routes =>
    [
        ApiRoute.Get("cgi-bin/token", Right.None, Classic),
        ApiRoute.Send("cgi-bin/stable_token", Right.None, Stable),
        ApiRoute.Get("cgi-bin/ticket/getticket", Right.ServiceAccount, Ticket, perDay: 100_000),
    ];

    private ApiAnswer Classic(ApiCall call)
    {
        var error = Credentials(call.Query("grant_type"), call.Query("appid"), call.Query("secret"), out var account);
        error ??= calls.Take($"{account.AppId}/cgi-bin/token", perDay: 2_000, ApiRoute.Unlimited, call.Now);
        return error is not null ? error : Answer(tokens.Classic(account, call.Now), call.Now);
    }

    private ApiAnswer Stable(ApiCall call)
    {
        if (call.Body.Flag("force_refresh", whenAbsent: false) is not { } force)
        {
            return ApiError.InvalidJson;
        }

        var error = Credentials(call.Body.Text("grant_type"), call.Body.Text("appid"), call.Body.Text("secret"), out var account);
        error ??= calls.Take($"{account.AppId}/cgi-bin/stable_token", perDay: 500_000, perMinute: 10_000, call.Now);
        if (error is not null)
        {
            return error;
        }

        var (token, refused) = force ? tokens.Force(account, call.Now) : (tokens.Steady(account, TokenKind.Stable, call.Now), null);
        return refused is not null ? refused : Answer(token!, call.Now);
    }

    private ApiAnswer Ticket(ApiCall call)
    {
        if (call.Query("type") != "jsapi")
        {
            return ApiError.InvalidArgs;
        }

        var ticket = tokens.Steady(call.Account, TokenKind.Ticket, call.Now);
        var answer = ApiAnswer.Ok();
        answer["ticket"] = ticket.Value;
        answer["expires_in"] = Left(ticket, call.Now);
        return answer;
    }

    private ApiError? Credentials(string? grantType, string? appId, string? secret, out Account account)
    {
        var found = accounts.Find(appId);
        account = found ?? accounts.Service;
        return appId is null or "" ? ApiError.MissingAppId
            : secret is null or "" ? ApiError.MissingSecret
            : grantType != "client_credential" ? ApiError.InvalidGrantType
            : found is null ? ApiError.InvalidAppId
            : secret != found.Secret ? ApiError.InvalidSecret
            : null;
    }

    private static JsonObject Answer(IssuedToken token, DateTimeOffset now) =>
        new() { ["access_token"] = token.Value, ["expires_in"] = Left(token, now) };

    private static int Left(IssuedToken token, DateTimeOffset now) => (int)(token.ExpiresAt - now).TotalSeconds;
}
