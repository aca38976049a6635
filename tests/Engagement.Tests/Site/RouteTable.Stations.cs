namespace Engagement.Tests.Site;

public static partial class RouteTable
{
    public static readonly RouteRow[] Stations =
    [
        new("GET", "/stations", Who.Everybody),
        new("GET", "/stations/{id}", Who.Everybody),
        new("GET", "/stations/{id}/poster.pdf", Who.Everybody),
        new("GET", "/stations/{id}/scan", Who.Everybody),
        new("POST", "/stations/{id}/scan", Who.Everybody),
        new("GET", "/stations/{id}/give", Who.People),
        new("POST", "/stations/{id}/give", Who.People),
        new("GET", "/stations/{id}/take", Who.People),
        new("POST", "/stations/{id}/take", Who.People),
        new("GET", "/stations/{id}/desk", Who.Keeper | Who.Operator),
        new("GET", "/stations/{id}/desk/code", Who.Keeper | Who.Operator),
        new("POST", "/stations/{id}/desk/begin", Who.Keeper | Who.Operator),
        new("POST", "/stations/{id}/desk/end", Who.Keeper | Who.Operator),
        new("GET", "/console/stations", Who.Keeper | Who.Operator),
        new("POST", "/console/stations", Who.Operator),
        new("POST", "/console/stations/{id}/supply", Who.Operator),
        new("POST", "/console/stations/{id}/switch", Who.Operator),
        new("GET", "/api/v1/stations", Who.Everybody),
        new("GET", "/api/v1/stations/{stationId}", Who.Everybody),
        new("POST", "/api/v1/stations/{stationId}/take", Who.People),
        new("POST", "/api/v1/stations/{stationId}/roses", Who.People),
        new("POST", "/api/v1/stations/{stationId}/left", Who.People),
        new("GET", "/r/{id}/leave", Who.People),
        new("POST", "/r/{id}/leave", Who.People),
    ];
}
