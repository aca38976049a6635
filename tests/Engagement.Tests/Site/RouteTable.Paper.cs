namespace Engagement.Tests.Site;

public static partial class RouteTable
{
    public static readonly RouteRow[] Paper =
    [
        new("GET", "/p", Who.Everybody),
        new("GET", "/p/{code}", Who.Everybody),
        new("POST", "/p/{code}/take", Who.People),
        new("GET", "/r/{id}/hand", Who.People),
        new("POST", "/r/{id}/hand", Who.People),
        new("POST", "/r/{id}/keep", Who.People),
        new("GET", "/api/v1/paper/{code}", Who.Everybody),
        new("POST", "/api/v1/paper/{code}/take", Who.People),
        new("POST", "/api/v1/roses/{roseId}/hand", Who.People),
        new("POST", "/api/v1/roses/{roseId}/keep", Who.People),
        new("GET", "/console/paper", Who.Operator),
        new("POST", "/console/paper", Who.Operator),
        new("GET", "/console/paper/{number:int}", Who.Operator),
        new("POST", "/console/paper/{number:int}/pdf", Who.Operator),
        new("POST", "/console/paper/{number:int}/csv", Who.Operator),
        new("POST", "/console/paper/{number:int}/hand", Who.Operator),
        new("POST", "/console/paper/{number:int}/hand-to", Who.Operator),
        new("POST", "/console/paper/{number:int}/void", Who.Operator),
        new("POST", "/console/paper/{number:int}/reissue", Who.Operator),
        new("GET", "/console/paper/review", Who.Operator),
        new("POST", "/console/paper/review/release", Who.Operator),
        new("POST", "/console/paper/review/late", Who.Operator),
    ];
}
