using System.Text;
using System.Text.Json.Nodes;
using Engagement.WeChat.Emulator.Answers;
using Engagement.WeChat.Emulator.Messages;

namespace Engagement.WeChat.Emulator.Menus;

/// <summary>What a menu may be: up to 3 buttons with up to 5 below each; names of 16 bytes (below: 60), keys of 128, addresses of 1024.</summary>
internal static class MenuRule
{
    public static ApiError? Check(JsonObject menu)
    {
        if (menu.Array("button") is not { Count: >= 1 and <= 3 } buttons)
        {
            return ApiError.InvalidButtonCount;
        }

        return buttons.Select(button => button is JsonObject shaped ? CheckButton(shaped) : ApiError.InvalidButtonType).FirstOrDefault(error => error is not null);
    }

    private static ApiError? CheckButton(JsonObject button)
    {
        if (!IsName(button, most: 16))
        {
            return ApiError.InvalidButtonName;
        }

        if (button.Array("sub_button") is not { Count: > 0 } below)
        {
            return Action(button, ApiError.InvalidButtonType, ApiError.InvalidButtonKey, ApiError.InvalidButtonUrl);
        }

        return below.Count > 5 ? ApiError.InvalidSubButtonCount : below.Select(CheckBelow).FirstOrDefault(error => error is not null);
    }

    private static ApiError? CheckBelow(JsonNode? node) =>
        node is not JsonObject button || button.Array("sub_button") is { Count: > 0 } ? ApiError.InvalidSubButtonType
        : !IsName(button, most: 60) ? ApiError.InvalidSubButtonName
        : Action(button, ApiError.InvalidSubButtonType, ApiError.InvalidSubButtonKey, ApiError.InvalidSubButtonUrl);

    private static ApiError? Action(JsonObject button, ApiError type, ApiError key, ApiError url) => button.Text("type") switch
    {
        "click" or "scancode_push" or "scancode_waitmsg" or "pic_sysphoto" or "pic_photo_or_album" or "pic_weixin" or "location_select" =>
            IsLong(button.Text("key"), 128) ? null : key,
        "view" => IsLong(button.Text("url"), 1024) ? Domain(button) : url,
        "miniprogram" => !IsLong(button.Text("url"), 1024) ? url
            : button.Text("appid") is null or "" ? ApiError.InvalidAppId
            : !Target.IsPage(button.Text("pagepath") ?? "") ? ApiError.InvalidPage
            : Domain(button),
        _ => type,
    };

    private static ApiError? Domain(JsonObject button) => Target.IsAddress(button.Text("url")!) ? null : ApiError.InvalidButtonDomain;

    private static bool IsName(JsonObject button, int most) => IsLong(button.Text("name"), most);

    private static bool IsLong(string? text, int most) => text is { Length: > 0 } && Encoding.UTF8.GetByteCount(text) <= most;
}
