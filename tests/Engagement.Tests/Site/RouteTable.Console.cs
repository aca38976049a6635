namespace Engagement.Tests.Site;

public static partial class RouteTable
{
    public static readonly RouteRow[] Console =
    [
        new("GET", "/console", Who.Staff),
        new("GET", "/console/letters", Who.Operator),
        new("POST", "/console/letters", Who.Operator),
        new("POST", "/console/names", Who.Operator),
        new("POST", "/console/reports", Who.Operator),
        new("GET", "/console/budgets", Who.Operator),
        new("POST", "/console/budgets", Who.Operator),
        new("GET", "/console/control", Who.Operator),
        new("POST", "/console/control", Who.Operator),
        new("POST", "/console/control/preview", Who.Operator),
        new("POST", "/console/control/undo", Who.Operator),
        new("GET", "/console/texts", Who.Operator),
        new("GET", "/console/texts/{preset}", Who.Operator),
        new("POST", "/console/texts/{preset}", Who.Operator),
        new("POST", "/console/texts/{preset}/preview", Who.Operator),
        new("GET", "/console/roles", Who.Operator),
        new("POST", "/console/roles", Who.Operator),
        new("POST", "/console/roles/decline", Who.Operator),
        new("GET", "/console/audit", Who.Operator),
        new("GET", "/console/signin", Who.Everybody),
        new("POST", "/console/signin", Who.Everybody),
        new("POST", "/console/signout", Who.Everybody),
        new("GET", "/console/scan/{ticket}", Who.Staff),
        new("POST", "/console/scan/{ticket}", Who.Staff),
        new("POST", "/api/v1/operator/roses/{roseId}/void", Who.Operator),
        new("POST", "/api/v1/operator/budgets", Who.Operator),
    ];
}
