namespace Engagement.Tests.Site;

public static partial class RouteTable
{
    public static readonly RouteRow[] Photos =
    [
        new("GET", "/photos/{hash}", Who.Nobody) { Hidden = true }, // whose it is decides: PhotoSiteTests
        new("GET", "/photos/{hash}/small", Who.Nobody) { Hidden = true },
        new("GET", "/photos/{hash}/check", Who.Nobody) { Hidden = true },
        new("GET", "/console/photos", Who.Reviewer | Who.Operator),
        new("POST", "/console/photos", Who.Reviewer | Who.Operator),
    ];

    public static readonly RouteRow[] Letters =
    [
        new("GET", "/courier/letters", Who.People),
        new("GET", "/courier/letters/{id}", Who.People),
        new("POST", "/courier/letters/{id}/withdraw", Who.People),
        new("GET", "/letters/{id}", Who.Everybody),
        new("GET", "/letters/{id}/letter.pdf", Who.Everybody),
        new("GET", "/letters/{id}/letter.jws", Who.Everybody),
        new("GET", "/letters/key.pem", Who.Everybody),
        new("GET", "/letters/verify", Who.Everybody),
        new("POST", "/letters/verify", Who.Everybody),
        new("GET", "/console/deeds", Who.Steward | Who.OtherSteward | Who.Operator),
        new("GET", "/console/deeds/{company}", Who.Steward | Who.Operator),
        new("POST", "/console/deeds/{company}", Who.Steward | Who.Operator),
        new("GET", "/api/v1/company/letters", Who.Nobody), // signed by the company's own system
        new("POST", "/api/v1/company/letters/{letterId}/answer", Who.Nobody),
    ];
}
