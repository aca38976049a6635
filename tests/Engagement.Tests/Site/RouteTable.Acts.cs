namespace Engagement.Tests.Site;

public static partial class RouteTable
{
    public static readonly RouteRow[] Acts =
    [
        new("GET", "/courier", Who.People),
        new("POST", "/courier/acts", Who.People),
        new("GET", "/courier/acts", Who.People),
        new("GET", "/courier/acts/{id}", Who.People),
        new("POST", "/courier/acts/{id}/supply", Who.People),
        new("POST", "/courier/acts/{id}/withdraw", Who.People),
        new("POST", "/courier/acts/{id}/hide", Who.People),
        new("POST", "/courier/acts/{id}/appeal", Who.People),
        new("POST", "/courier/acts/{id}/rose", Who.People),
        new("GET", "/a/{id}", Who.People),
        new("POST", "/a/{id}", Who.People),
        new("POST", "/api/v1/courier/acts", Who.People),
        new("GET", "/api/v1/courier/acts", Who.People),
        new("GET", "/console/acts", Who.Reviewer | Who.Operator),
        new("POST", "/console/acts/next", Who.Reviewer | Who.Operator),
        new("POST", "/console/acts/find", Who.Reviewer | Who.Operator),
        new("GET", "/console/acts/{id}", Who.Reviewer | Who.Operator),
        new("POST", "/console/acts/{id}/claim", Who.Reviewer | Who.Operator),
        new("POST", "/console/acts/{id}/release", Who.Reviewer | Who.Operator),
        new("POST", "/console/acts/{id}/decide", Who.Reviewer | Who.Operator),
        new("POST", "/console/acts/{id}/undo", Who.Reviewer | Who.Operator),
    ];
}
