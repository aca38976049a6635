using System.Globalization;
using System.Text.Json.Nodes;
using Engagement.WeChat.Emulator.Accounts;
using Engagement.WeChat.Emulator.Answers;
using Engagement.WeChat.Emulator.Calls;

namespace Engagement.WeChat.Emulator.QrCodes;

/// <summary><c>cgi-bin/qrcode/create</c>. The <c>url</c> it answers leads to the emulator's own page for scanning,
/// so that a code on a screen of this machine can be opened by a click.
/// https://developers.weixin.qq.com/doc/service/api/qrcode/qrcodes/api_createqrcode.html</summary>
internal sealed class QrApi(QrBook codes) : IApi
{
    /// <summary>Longest life of a temporary code, in seconds: 30 days.</summary>
    public const int LongestSeconds = 2_592_000;

    public IEnumerable<ApiRoute> Routes => [ApiRoute.Send("cgi-bin/qrcode/create", Right.ServiceAccount, Create, perDay: 100_000)];

    private ApiAnswer Create(ApiCall call)
    {
        var scene = call.Body.Object("action_info")?.Object("scene");
        (bool? permanent, string? text) = call.Body.Text("action_name") switch
        {
            "QR_SCENE" => ((bool?)false, Number(scene, int.MaxValue)),
            "QR_LIMIT_SCENE" => (true, Number(scene, 100_000)),
            "QR_STR_SCENE" => ((bool?)false, Text(scene)),
            "QR_LIMIT_STR_SCENE" => (true, Text(scene)),
            _ => ((bool?)null, (string?)null),
        };
        if (permanent is null)
        {
            return ApiError.InvalidActionName;
        }

        var seconds = call.Body["expire_seconds"] is null ? 30 : call.Body.Number("expire_seconds") ?? 0;
        if (text is null || (permanent is false && seconds is < 1 or > LongestSeconds))
        {
            return ApiError.InvalidActionInfo;
        }

        var (ticket, error) = codes.Create(text, permanent.Value ? null : call.Now.AddSeconds(seconds));
        return error is not null ? error : Answer(ticket!, permanent.Value ? null : seconds, call.Origin);
    }

    private static JsonObject Answer(QrTicket ticket, long? seconds, string origin)
    {
        var answer = new JsonObject { ["ticket"] = ticket.Ticket };
        if (seconds is { } life)
        {
            answer["expire_seconds"] = life;
        }

        answer["url"] = $"{origin}/q/{ticket.Id}";
        return answer;
    }

    private static string? Number(JsonObject? scene, int most) =>
        scene?.Number("scene_id") is { } id && id >= 1 && id <= most ? id.ToString(CultureInfo.InvariantCulture) : null;

    private static string? Text(JsonObject? scene) => scene?.Text("scene_str") is { Length: >= 1 and <= 64 } text ? text : null;
}
