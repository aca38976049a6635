namespace Engagement.Tests.Site;

public static partial class RouteTable
{
    public static readonly RouteRow[] Hours =
    [
        new("GET", "/hours", Who.Everybody),
        new("GET", "/hours/key.pem", Who.Everybody),
        new("GET", "/me/hours", Who.People),
        new("POST", "/me/hours/makeups/{id}", Who.People),
        new("POST", "/me/hours/corrections", Who.People),
        new("POST", "/me/hours/corrections/{id}/escalate", Who.People),
        new("POST", "/me/hours/nudges/{id}", Who.People),
        new("GET", "/me/hours/ledger.{entries:int}.json", Who.People, "/me/hours/ledger.1.json"),
        new("GET", "/me/hours/ledger.{entries:int}.sig", Who.People, "/me/hours/ledger.1.sig"),
        new("GET", "/console/hours", Who.Organiser | Who.Reviewer | Who.Operator),
        new("GET", "/console/hours/makeups/for/{activity}", Who.Organiser | Who.Reviewer | Who.Operator),
        new("POST", "/console/hours/makeups/for/{activity}", Who.Organiser | Who.Reviewer | Who.Operator),
        new("POST", "/console/hours/makeups/{id}", Who.Organiser | Who.Reviewer | Who.Operator),
        new("POST", "/console/hours/corrections/{id}", Who.Organiser | Who.Reviewer | Who.Operator),
        new("POST", "/console/hours/held/{volunteer}/{entry}", Who.Organiser | Who.Reviewer | Who.Operator),
        new("POST", "/console/hours/cases/{id}", Who.Organiser | Who.Reviewer | Who.Operator),
    ];
}
