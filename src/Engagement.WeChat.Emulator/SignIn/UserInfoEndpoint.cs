using System.Text.Json.Nodes;
using Engagement.WeChat.Emulator.Accounts;
using Engagement.WeChat.Emulator.Answers;
using Engagement.WeChat.Emulator.Calls;

namespace Engagement.WeChat.Emulator.SignIn;

/// <summary><c>sns/userinfo</c>: name and unionid of a person who agreed (<c>snsapi_userinfo</c>); sex and region are empty since 2021.
/// <c>sns/auth</c>: whether a token still works.</summary>
internal sealed class UserInfoEndpoint(OAuthTokenBook tokens) : IApi
{
    public IEnumerable<ApiRoute> Routes =>
    [
        ApiRoute.Get("sns/userinfo", Right.None, Info, perMinute: 50_000),
        ApiRoute.Get("sns/auth", Right.None, call => Check(call, out _) is { } error ? error : ApiAnswer.Ok()),
    ];

    private ApiAnswer Info(ApiCall call)
    {
        if (Check(call, out var token) is { } error)
        {
            return error;
        }

        if (token!.Scope != AuthorizeRequest.UserInfoScope)
        {
            return ApiError.NoRight;
        }

        return new JsonObject
        {
            ["openid"] = call.Query("openid"),
            ["nickname"] = token.Persona.Snapshot ? "微信用户" : token.Persona.Name,
            ["sex"] = 0,
            ["language"] = "",
            ["city"] = "",
            ["province"] = "",
            ["country"] = "",
            ["headimgurl"] = "",
            ["privilege"] = new JsonArray(),
            ["unionid"] = token.Persona.UnionId,
        };
    }

    private ApiError? Check(ApiCall call, out OAuthToken? token)
    {
        token = tokens.Find(call.Query("access_token"));
        return call.Query("access_token").Length == 0 ? ApiError.MissingToken
            : call.Query("openid").Length == 0 ? ApiError.MissingOpenId
            : token is null ? ApiError.InvalidCredential
            : token.ExpiresAt <= call.Now ? ApiError.TokenExpired
            : token.Persona.OpenId(token.AppId) != call.Query("openid") ? ApiError.InvalidOpenId
            : null;
    }
}
