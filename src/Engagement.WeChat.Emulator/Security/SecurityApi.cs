using System.Security.Cryptography;
using Engagement.WeChat.Emulator.Accounts;
using Engagement.WeChat.Emulator.Answers;
using Engagement.WeChat.Emulator.Calls;
using Engagement.WeChat.Emulator.Personas;
using Engagement.WeChat.Emulator.Users;

namespace Engagement.WeChat.Emulator.Security;

/// <summary>Content checks and risk ranks, for people who used the mini program within two hours.
/// https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/sec-center/sec-check/msgSecCheck.html</summary>
internal sealed class SecurityApi(PersonaBook personas, People people, MediaChecks media) : IApi
{
    /// <summary>How long after a visit to the mini program a person's content can be checked.</summary>
    public static readonly TimeSpan Active = TimeSpan.FromHours(2);

    /// <summary>Most characters in one text.</summary>
    public const int LongestText = 2_500;

    public IEnumerable<ApiRoute> Routes =>
    [
        ApiRoute.Send("wxa/msg_sec_check", Right.MiniProgram, CheckText, perDay: 2_000_000, perMinute: 4_000),
        ApiRoute.Send("wxa/media_check_async", Right.MiniProgram, CheckMedia, perDay: 200_000, perMinute: 2_000),
        ApiRoute.Send("wxa/getuserriskrank", Right.MiniProgram, RiskRank, perDay: 2_000_000),
    ];

    private ApiAnswer CheckText(ApiCall call)
    {
        if (Writer(call, out _) is { } error)
        {
            return error;
        }

        if (call.Body.Text("content") is not { Length: > 0 } content)
        {
            return ApiError.EmptyBody;
        }

        if (content.EnumerateRunes().Count() > LongestText)
        {
            return ApiError.ContentTooLong;
        }

        var verdict = Verdict.Of(string.Join('\n', content, call.Body.Text("title"), call.Body.Text("nickname"), call.Body.Text("signature")));
        var answer = ApiAnswer.Ok();
        answer["detail"] = verdict.Detail;
        answer["trace_id"] = TraceId();
        answer["result"] = verdict.Result;
        return answer;
    }

    private ApiAnswer CheckMedia(ApiCall call)
    {
        if (Writer(call, out var persona) is { } error)
        {
            return error;
        }

        if (call.Body.Number("media_type") is not (1 or 2))
        {
            return ApiError.InvalidMediaType;
        }

        if (call.Body.Text("media_url") is not { } url || !Messages.Target.IsAddress(url))
        {
            return ApiError.InvalidUrl;
        }

        var check = new MediaCheck(TraceId(), persona!.Name, url, (int)call.Body.Number("media_type")!, call.Now);
        media.Begin(check);
        var answer = ApiAnswer.Ok();
        answer["trace_id"] = check.TraceId;
        return answer;
    }

    private ApiAnswer RiskRank(ApiCall call)
    {
        if (call.Body.Text("appid") != call.Account.AppId)
        {
            return ApiError.InvalidAppId;
        }

        if (personas.ByOpenId(call.Account, call.Body.Text("openid")) is not { } persona)
        {
            return ApiError.InvalidOpenId;
        }

        if (call.Body.Number("scene") is not (0 or 1))
        {
            return ApiError.InvalidScene;
        }

        if (!System.Net.IPAddress.TryParse(call.Body.Text("client_ip"), out _))
        {
            return ApiError.InvalidArgs;
        }

        var answer = ApiAnswer.Ok();
        answer["errmsg"] = "getuserriskrank succ";
        answer["risk_rank"] = people.Read(persona, person => person.RiskRank);
        answer["unoin_id"] = RandomNumberGenerator.GetInt32(1, int.MaxValue);
        return answer;
    }

    /// <summary>Whose content it is: version 2 of both checks begins with the same members.</summary>
    private ApiError? Writer(ApiCall call, out Persona? persona)
    {
        persona = personas.ByOpenId(call.Account, call.Body.Text("openid"));
        return call.Body.Number("version") != 2 ? ApiError.InvalidArgs
            : persona is null ? ApiError.InvalidOpenId
            : call.Body.Number("scene") is not (>= 1 and <= 4) ? ApiError.InvalidScene
            : people.Read(persona, person => person.MiniProgramAt) is { } at && call.Now - at <= Active ? null
            : ApiError.NotActive;
    }

    private static string TraceId() =>
        $"{RandomNumberGenerator.GetHexString(8, lowercase: true)}-{RandomNumberGenerator.GetHexString(8, lowercase: true)}-{RandomNumberGenerator.GetHexString(8, lowercase: true)}";
}
