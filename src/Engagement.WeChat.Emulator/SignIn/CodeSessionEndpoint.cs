using System.Security.Cryptography;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;

namespace Engagement.WeChat.Emulator.SignIn;

/// <summary><c>GET /sns/jscode2session</c>: a mini program's <c>wx.login</c> code becomes an openid.</summary>
internal sealed class CodeSessionEndpoint(EmulatorOptions options, CodeBook codes)
{
    public Task Handle(HttpContext context)
    {
        var (code, error) = CodeExchange.Try(context.Request.Query, "js_code", options.MiniProgramAppId, options.MiniProgramAppSecret, codes);
        return code is null
            ? SnsAnswer.Error(context, error!, options.UtcNow())
            : SnsAnswer.Write(context, Answer(code), EmulatorJson.Readable.CodeSessionAnswer);
    }

    private static CodeSessionAnswer Answer(IssuedCode code) =>
        new(Convert.ToBase64String(RandomNumberGenerator.GetBytes(16)), code.Persona.OpenId(code.AppId), code.Persona.UnionId);
}

/// <summary>Body of a success.</summary>
internal sealed record CodeSessionAnswer(
    [property: JsonPropertyName("session_key")] string SessionKey,
    [property: JsonPropertyName("openid")] string OpenId,
    [property: JsonPropertyName("unionid")] string UnionId);
