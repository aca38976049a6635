using System.Security.Cryptography;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;

namespace Engagement.WeChat.Emulator.SignIn;

/// <summary><c>GET /sns/oauth2/access_token</c>: the code of a web sign-in becomes an openid.</summary>
internal sealed class OAuthTokenEndpoint(EmulatorOptions options, CodeBook codes)
{
    public Task Handle(HttpContext context)
    {
        var (code, error) = CodeExchange.Try(context.Request.Query, "code", options.AppId, options.AppSecret, codes);
        return code is null
            ? SnsAnswer.Error(context, error!, options.UtcNow())
            : SnsAnswer.Write(context, Answer(code), EmulatorJson.Readable.OAuthTokenAnswer);
    }

    private static OAuthTokenAnswer Answer(IssuedCode code) => new(
        RandomNumberGenerator.GetHexString(64, lowercase: true),
        7200,
        RandomNumberGenerator.GetHexString(64, lowercase: true),
        code.Persona.OpenId(code.AppId),
        code.Scope ?? AuthorizeRequest.BaseScope,
        code.Scope == AuthorizeRequest.UserInfoScope ? code.Persona.UnionId : null, // WeChat withholds it under snsapi_base
        code.Persona.Snapshot ? 1 : null);
}

/// <summary>Body of a success. The tokens are decoration until an issue needs <c>sns/userinfo</c>.</summary>
internal sealed record OAuthTokenAnswer(
    [property: JsonPropertyName("access_token")] string AccessToken,
    [property: JsonPropertyName("expires_in")] int ExpiresInSeconds,
    [property: JsonPropertyName("refresh_token")] string RefreshToken,
    [property: JsonPropertyName("openid")] string OpenId,
    [property: JsonPropertyName("scope")] string Scope,
    [property: JsonPropertyName("unionid")] string? UnionId,
    [property: JsonPropertyName("is_snapshotuser")] int? IsSnapshotUser);
