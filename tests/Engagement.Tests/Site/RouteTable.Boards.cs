namespace Engagement.Tests.Site;

public static partial class RouteTable
{
    public static readonly RouteRow[] Boards =
    [
        new("GET", "/wall", Who.Everybody),
        new("GET", "/open", Who.Everybody),
        new("GET", "/open/{**name}", Who.Everybody, "/open/digests.json"),
        new("GET", "/boards/published", Who.Everybody),
        new("GET", "/boards/published/{period}", Who.Everybody),
        new("GET", "/boards/published/key.pem", Who.Everybody),
        new("GET", "/boards/published/{period}/{edition:int}.{kind}", Who.Everybody, "/boards/published/w20200106/1.json"),
        new("POST", "/boards/published/{period}/objections", Who.People),
        new("GET", "/api/v1/boards/published", Who.Everybody),
        new("GET", "/api/v1/boards/published/{period}", Who.Everybody),
        new("GET", "/console/boards", Who.Operator),
        new("GET", "/console/boards/{period}", Who.Operator),
        new("POST", "/console/boards/{period}/propose", Who.Operator),
        new("POST", "/console/boards/{period}/withdraw", Who.Operator),
        new("POST", "/console/boards/{period}/confirm", Who.Operator),
        new("POST", "/console/boards/{period}/objections", Who.Operator),
    ];

    public static readonly RouteRow[] Records =
    [
        new("GET", "/courier/record", Who.People),
        new("GET", "/courier/record/print", Who.People),
        new("GET", "/courier/record/shares/{number:int}", Who.People, "/courier/record/shares/1"),
        new("POST", "/courier/record/consent", Who.People),
        new("POST", "/courier/record/{act}/hide", Who.People),
        new("POST", "/courier/record/{act}/remove", Who.People),
        new("POST", "/courier/record/{act}/corrections", Who.People),
        new("POST", "/courier/record/shares", Who.People),
        new("POST", "/courier/record/shares/{number:int}/end", Who.People, "/courier/record/shares/1/end"),
        new("GET", "/record/{share}", Who.Everybody),
        new("GET", "/api/v1/me/record", Who.People),
        new("POST", "/api/v1/me/record/consent", Who.People),
        new("POST", "/api/v1/me/record/entries/{act}/hidden", Who.People),
        new("DELETE", "/api/v1/me/record/entries/{act}", Who.People),
        new("POST", "/api/v1/me/record/entries/{act}/corrections", Who.People),
        new("POST", "/api/v1/me/record/shares", Who.People),
        new("DELETE", "/api/v1/me/record/shares/{number:int}", Who.People, "/api/v1/me/record/shares/1"),
        new("GET", "/console/records", Who.Operator),
        new("POST", "/console/records/{person}/{number:int}", Who.Operator, "/console/records/BAAAAAAAAAAAAAAAAAAAAA/1"),
    ];
}
