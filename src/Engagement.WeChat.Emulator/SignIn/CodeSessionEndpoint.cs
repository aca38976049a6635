using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Engagement.WeChat.Emulator.Accounts;
using Engagement.WeChat.Emulator.Answers;
using Engagement.WeChat.Emulator.Calls;
using Engagement.WeChat.Emulator.Users;

namespace Engagement.WeChat.Emulator.SignIn;

/// <summary><c>sns/jscode2session</c>: a mini program's <c>wx.login</c> code becomes an openid; 100 times a minute for each person.
/// https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/user-login/code2Session.html</summary>
internal sealed class CodeSessionEndpoint(EmulatorOptions options, CodeBook codes, CallBook calls, People people) : IApi
{
    /// <summary>Most exchanges of one person in a minute.</summary>
    public const int PerMinute = 100;

    public IEnumerable<ApiRoute> Routes => [ApiRoute.Get("sns/jscode2session", Right.None, Exchange)];

    private ApiAnswer Exchange(ApiCall call)
    {
        var (code, error) = CodeExchange.Try(call.Request.Query, "js_code", options.MiniProgramAppId, options.MiniProgramAppSecret, codes);
        error ??= calls.Take($"{code!.Persona.OpenId(code.AppId)}/sns/jscode2session", ApiRoute.Unlimited, PerMinute, call.Now);
        if (error is not null)
        {
            return error;
        }

        people.UsedMiniProgram(code!.Persona);
        return new JsonObject
        {
            ["session_key"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16)),
            ["openid"] = code.Persona.OpenId(code.AppId),
            ["unionid"] = code.Persona.UnionId,
        };
    }
}
