namespace Engagement.Tests.Site;

public static partial class RouteTable
{
    public static readonly RouteRow[] Pages =
    [
        new("GET", "/", Who.Everybody),
        new("GET", "/rules", Who.Everybody),
        new("GET", "/scan", Who.Everybody),
        new("POST", "/scan", Who.Everybody),
        new("GET", "/live", Who.Everybody),
        new("GET", "/boards/{board?}", Who.Everybody, "/boards"),
        new("GET", "/r/{id}", Who.Everybody),
        new("GET", "/r/{id}/chain", Who.Everybody),
        new("GET", "/r/{id}/code.png", Who.Everybody),
        new("GET", "/r/{id}/poster.jpg", Who.Everybody),
        new("GET", "/r/{id}/sealed", Who.People),
        new("POST", "/r/{id}/claim", Who.People),
        new("GET", "/r/{id}/pass", Who.People),
        new("POST", "/r/{id}/pass", Who.People),
        new("POST", "/r/{id}/thanks", Who.People),
        new("POST", "/r/{id}/withdraw", Who.People),
        new("POST", "/r/{id}/block", Who.People),
        new("POST", "/r/{id}/report", Who.People),
        new("POST", "/roses", Who.People),
        new("GET", "/roses/new", Who.People),
        new("GET", "/b/{id}", Who.Everybody),
        new("GET", "/b/{id}/sealed", Who.People),
        new("POST", "/b/{id}/claim", Who.People),
        new("GET", "/b/{id}/code.png", Who.People),
        new("GET", "/b/{id}/qr.png", Who.People),
        new("POST", "/bouquets", Who.People),
        new("GET", "/bouquets/new", Who.People),
        new("GET", "/mine", Who.People),
        new("GET", "/notices", Who.People),
        new("POST", "/notices/read", Who.People),
        new("POST", "/prompt", Who.People),
    ];

    public static readonly RouteRow[] Settings =
    [
        new("GET", "/settings", Who.Everybody),
        new("POST", "/settings/language", Who.Everybody),
        new("POST", "/settings/large-text", Who.Everybody),
        new("GET", "/settings/closed", Who.Everybody),
        new("GET", "/settings/name", Who.People),
        new("POST", "/settings/name", Who.People),
        new("GET", "/settings/place", Who.People),
        new("POST", "/settings/place", Who.People),
        new("GET", "/settings/unit", Who.People),
        new("POST", "/settings/unit", Who.People),
        new("GET", "/settings/privacy", Who.People),
        new("POST", "/settings/privacy", Who.People),
        new("GET", "/settings/notices", Who.People),
        new("POST", "/settings/notices", Who.People),
        new("GET", "/settings/blocks", Who.People),
        new("POST", "/settings/blocks", Who.People),
        new("GET", "/settings/mini-program", Who.People),
        new("GET", "/settings/mini-program/ask", Who.People),
        new("GET", "/settings/export", Who.People),
        new("GET", "/settings/delete", Who.People),
        new("POST", "/settings/delete", Who.People),
    ];

    public static readonly RouteRow[] Doors =
    [
        new("GET", "/signin", Who.Everybody),
        new("GET", "/signin/wechat", Who.Everybody),
        new("GET", "/signin/callback", Who.Everybody),
        new("GET", "/signin/snapshot", Who.Everybody),
        new("GET", "/consent", Who.Everybody),
        new("POST", "/consent", Who.Everybody),
        new("POST", "/signout", Who.Everybody),
        new("GET", "/card/{people:range(1,24)}.png", Who.Everybody, "/card/3.png"),
        new("GET", "/MP_verify_{code:length(16)}.txt", Who.Everybody, "/MP_verify_0123456789abcdef.txt"),
        new("GET", "/wechat/js-config", Who.Everybody),
        new("GET", "/wechat/callback", Who.Nobody, "/wechat/callback?signature=0000000000000000000000000000000000000000&timestamp=1&nonce=1&echostr=1"), // WeChat signs what it sends
        new("POST", "/wechat/callback", Who.Nobody, "/wechat/callback?signature=0000000000000000000000000000000000000000&timestamp=1&nonce=1&echostr=1"),
        new("ANY", "/state/{status:int}", Who.Everybody, "/state/404"),
    ];
}
