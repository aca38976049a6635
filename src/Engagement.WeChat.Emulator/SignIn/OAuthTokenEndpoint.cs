using System.Text.Json.Nodes;
using Engagement.WeChat.Emulator.Answers;
using Engagement.WeChat.Emulator.Calls;
using Engagement.WeChat.Emulator.Accounts;

namespace Engagement.WeChat.Emulator.SignIn;

/// <summary><c>sns/oauth2/access_token</c>: the code of a web sign-in becomes an openid.
/// https://developers.weixin.qq.com/doc/service/api/webdev/access/api_snsaccesstoken.html</summary>
internal sealed class OAuthTokenEndpoint(EmulatorOptions options, CodeBook codes, OAuthTokenBook tokens) : IApi
{
    public IEnumerable<ApiRoute> Routes => [ApiRoute.Get("sns/oauth2/access_token", Right.None, Exchange, perMinute: 50_000)];

    private ApiAnswer Exchange(ApiCall call)
    {
        var (code, error) = CodeExchange.Try(call.Request.Query, "code", options.AppId, options.AppSecret, codes);
        if (code is null)
        {
            return error!;
        }

        var token = tokens.Issue(code, call.Now);
        var answer = new JsonObject
        {
            ["access_token"] = token.Value,
            ["expires_in"] = (int)OAuthTokenBook.Life.TotalSeconds,
            ["refresh_token"] = token.Refresh,
            ["openid"] = code.Persona.OpenId(code.AppId),
            ["scope"] = token.Scope,
        };
        if (token.Scope == AuthorizeRequest.UserInfoScope)
        {
            answer["unionid"] = code.Persona.UnionId; // WeChat withholds it under snsapi_base
        }

        if (code.Persona.Snapshot)
        {
            answer["is_snapshotuser"] = 1;
        }

        return answer;
    }
}
