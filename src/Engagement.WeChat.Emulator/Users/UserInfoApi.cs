using System.Globalization;
using System.Text.Json.Nodes;
using Engagement.WeChat.Emulator.Accounts;
using Engagement.WeChat.Emulator.Answers;
using Engagement.WeChat.Emulator.Calls;
using Engagement.WeChat.Emulator.Personas;

namespace Engagement.WeChat.Emulator.Users;

/// <summary><c>cgi-bin/user/info</c>: whether somebody follows, and since when; no names and no pictures since 2021.</summary>
internal sealed class UserInfoApi(PersonaBook personas, People people) : IApi
{
    public IEnumerable<ApiRoute> Routes => [ApiRoute.Get("cgi-bin/user/info", Right.ServiceAccount, Info, perDay: 500_000)];

    private ApiAnswer Info(ApiCall call)
    {
        var openId = call.Query("openid");
        if (openId.Length == 0)
        {
            return ApiError.MissingOpenId;
        }

        return personas.ByOpenId(call.Account, openId) is { } persona
            ? people.Read(persona, person => Describe(openId, persona, person))
            : ApiError.InvalidOpenId;
    }

    private static JsonObject Describe(string openId, Persona persona, PersonState person)
    {
        if (person.FollowedAt is not { } since)
        {
            return new() { ["subscribe"] = 0, ["openid"] = openId };
        }

        var isNumber = int.TryParse(person.FollowScene, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        return new()
        {
            ["subscribe"] = 1,
            ["openid"] = openId,
            ["language"] = "zh_CN",
            ["subscribe_time"] = since.ToUnixTimeSeconds(),
            ["unionid"] = persona.UnionId,
            ["remark"] = "",
            ["groupid"] = 0,
            ["tagid_list"] = new JsonArray(),
            ["subscribe_scene"] = person.FollowScene is null ? "ADD_SCENE_SEARCH" : "ADD_SCENE_QR_CODE",
            ["qr_scene"] = isNumber ? number : 0,
            ["qr_scene_str"] = isNumber ? "" : person.FollowScene ?? "",
        };
    }
}
