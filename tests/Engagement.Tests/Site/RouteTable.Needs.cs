namespace Engagement.Tests.Site;

public static partial class RouteTable
{
    public static readonly RouteRow[] Needs =
    [
        new("GET", "/needs", Who.People),
        new("POST", "/needs", Who.People),
        new("GET", "/needs/{id}", Who.People),
        new("POST", "/needs/{id}/cancel", Who.People),
        new("POST", "/needs/{id}/rate", Who.People),
        new("GET", "/console/needs", ActivityDesk),
        new("GET", "/console/needs/{id}", ActivityDesk),
        new("POST", "/console/needs/{id}/decide", ActivityDesk),
        new("POST", "/console/needs/{id}/dispatch", ActivityDesk),
        new("POST", "/console/needs/{id}/answer", ActivityDesk),
        new("POST", "/console/needs/{id}/serve", ActivityDesk),
    ];
}
