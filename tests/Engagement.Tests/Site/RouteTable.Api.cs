namespace Engagement.Tests.Site;

public static partial class RouteTable
{
    public static readonly RouteRow[] Api =
    [
        new("POST", "/api/v1/session", Who.Everybody),
        new("GET", "/api/v1/campaign", Who.Everybody),
        new("GET", "/api/v1/catalogue", Who.Everybody),
        new("GET", "/api/v1/boards", Who.Everybody),
        new("GET", "/api/v1/boards/{board}", Who.Everybody),
        new("GET", "/api/v1/bouquets/{bouquetId}", Who.Everybody),
        new("POST", "/api/v1/bouquets", Who.People),
        new("POST", "/api/v1/bouquets/{bouquetId}/claim", Who.People),
        new("GET", "/api/v1/bouquets/{bouquetId}/mini-code", Who.People),
        new("GET", "/api/v1/me", Who.People),
        new("POST", "/api/v1/me/affiliations", Who.People),
        new("GET", "/api/v1/me/notices", Who.People),
        new("POST", "/api/v1/me/notices/answers", Who.People),
        new("POST", "/api/v1/me/notices/read", Who.People),
        new("POST", "/api/v1/me/place", Who.People),
        new("GET", "/api/v1/me/roses", Who.People),
        new("GET", "/api/v1/roses/{roseId}", Who.Everybody),
        new("GET", "/api/v1/roses/{roseId}/hops", Who.Everybody),
        new("POST", "/api/v1/roses", Who.People),
        new("POST", "/api/v1/roses/{roseId}/claim", Who.People),
        new("POST", "/api/v1/roses/{roseId}/offer", Who.People),
        new("POST", "/api/v1/roses/{roseId}/report", Who.People),
        new("POST", "/api/v1/roses/{roseId}/thanks", Who.People),
        new("POST", "/api/v1/roses/{roseId}/withdraw", Who.People),
        new("GET", "/api/v1/roses/{roseId}/mini-code", Who.People),
        new("GET", "/api/v1/scenes/{scene}", Who.People),
    ];
}
