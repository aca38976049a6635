namespace Engagement.Tests.Site;

public static partial class RouteTable
{
    public static readonly RouteRow[] Couriers =
    [
        new("GET", "/courier/enrol", Who.People),
        new("POST", "/courier/enrol", Who.People),
        new("POST", "/courier/pool", Who.People),
        new("POST", "/courier/leave", Who.People),
        new("POST", "/courier/company-shown", Who.People),
        new("GET", "/api/v1/me/courier", Who.People),
        new("POST", "/api/v1/me/courier", Who.People),
        new("POST", "/api/v1/me/courier/pool", Who.People),
        new("POST", "/api/v1/me/courier/leave", Who.People),
        new("POST", "/api/v1/me/courier/company-shown", Who.People),
    ];

    public static readonly RouteRow[] Companies =
    [
        new("GET", "/console/companies", Who.Steward | Who.OtherSteward | Who.Operator),
        new("GET", "/console/companies/{company}", Who.Steward | Who.Operator),
        new("POST", "/console/companies/{company}/find", Who.Steward | Who.Operator),
        new("POST", "/console/companies/{company}/roster", Who.Steward | Who.Operator),
        new("POST", "/console/companies/{company}/remove", Who.Steward | Who.Operator),
        new("GET", "/console/companies/{company}/roster.csv", Who.Steward | Who.Operator),
        new("GET", "/console/companies/{company}/template.csv", Who.Steward | Who.Operator),
        new("GET", "/console/companies/{company}/imports/{import}", Who.Steward | Who.Operator),
        new("GET", "/console/companies/{company}/imports/{import}/faults.csv", Who.Steward | Who.Operator),
        new("GET", "/console/companies/{company}/keys", Who.Steward | Who.Operator),
        new("POST", "/console/companies/{company}/keys", Who.Steward | Who.Operator),
        new("POST", "/console/companies/{company}/keys/end", Who.Steward | Who.Operator),
        new("POST", "/api/v1/operator/companies/{company}/keys", Who.Operator),
        // A company's own system signs its requests; no session opens these.
        new("POST", "/api/v1/company/roster", Who.Nobody),
        new("GET", "/api/v1/company/roster", Who.Nobody),
        new("GET", "/api/v1/company/imports/{importId}", Who.Nobody),
        new("GET", "/api/v1/company/results", Who.Nobody),
    ];
}
