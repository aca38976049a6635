namespace Engagement.Tests.Site;

public static partial class RouteTable
{
    public static readonly RouteRow[] Nominations =
    [
        new("GET", "/n/{code}", Who.Everybody),
        new("POST", "/n/{code}", Who.People),
        new("GET", "/courier/thanks", Who.People),
        new("POST", "/courier/thanks", Who.People),
        new("POST", "/courier/thanks/code", Who.People),
        new("GET", "/courier/stickers.pdf", Who.People),
        new("GET", "/api/v1/nominations/{code}", Who.Everybody),
        new("POST", "/api/v1/nominations/{code}", Who.People),
    ];
}
