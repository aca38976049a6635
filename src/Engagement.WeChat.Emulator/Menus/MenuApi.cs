using System.Text.Json.Nodes;
using Engagement.WeChat.Emulator.Accounts;
using Engagement.WeChat.Emulator.Answers;
using Engagement.WeChat.Emulator.Calls;

namespace Engagement.WeChat.Emulator.Menus;

/// <summary><c>cgi-bin/menu/*</c>. https://developers.weixin.qq.com/doc/service/api/custommenu/api_createcustommenu.html</summary>
internal sealed class MenuApi(MenuBook menus) : IApi
{
    public IEnumerable<ApiRoute> Routes =>
    [
        ApiRoute.Send("cgi-bin/menu/create", Right.ServiceAccount, Create, perDay: 1_000),
        ApiRoute.Get("cgi-bin/menu/get", Right.ServiceAccount, Get, perDay: 10_000),
        ApiRoute.Get("cgi-bin/menu/delete", Right.ServiceAccount, Delete, perDay: 1_000),
    ];

    private ApiAnswer Create(ApiCall call)
    {
        // Escapes show in the phone as they were sent: a name written \u6211 has six characters.
        var menu = (JsonObject)JsonNode.Parse(call.Text.Replace(@"\u", @"\\u", StringComparison.Ordinal))!;
        if (MenuRule.Check(menu) is { } error)
        {
            return error;
        }

        menus.Menu = menu;
        return ApiAnswer.Ok();
    }

    private ApiAnswer Get(ApiCall call)
    {
        if (menus.Menu is not { } menu)
        {
            return ApiError.NoMenu;
        }

        foreach (var button in MenuBook.Buttons(menu, "button"))
        {
            button["sub_button"] ??= new JsonArray();
        }

        return new JsonObject { ["menu"] = new JsonObject { ["button"] = menu["button"]!.DeepClone() } };
    }

    private ApiAnswer Delete(ApiCall call)
    {
        menus.Menu = null;
        return ApiAnswer.Ok();
    }
}
