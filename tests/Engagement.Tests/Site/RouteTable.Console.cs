namespace Engagement.Tests.Site;

public static partial class RouteTable
{
    public static readonly RouteRow[] Console =
    [
        new("GET", "/console", Who.Operator),
        new("GET", "/console/letters", Who.Operator),
        new("POST", "/console/letters", Who.Operator),
        new("POST", "/console/names", Who.Operator),
        new("POST", "/console/reports", Who.Operator),
        new("GET", "/console/budgets", Who.Operator),
        new("POST", "/console/budgets", Who.Operator),
        new("POST", "/console/signout", Who.Everybody),
        new("POST", "/api/v1/operator/roses/{roseId}/void", Who.Operator),
        new("POST", "/api/v1/operator/budgets", Who.Operator),
    ];
}
