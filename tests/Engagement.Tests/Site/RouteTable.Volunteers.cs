namespace Engagement.Tests.Site;

public static partial class RouteTable
{
    private const Who Desk = Who.Organiser | Who.Reviewer | Who.Operator, Organisers = Who.Organiser | Who.Operator;

    public static readonly RouteRow[] Volunteers =
    [
        new("GET", "/me/volunteer", Who.People),
        new("GET", "/me/volunteer/register", Who.People),
        new("POST", "/me/volunteer/register", Who.People),
        new("POST", "/me/volunteer/profile", Who.People),
        new("GET", "/me/volunteer/name", Who.People),
        new("POST", "/me/volunteer/name", Who.People),
        new("GET", "/me/volunteer/name/claim", Who.People),
        new("POST", "/me/volunteer/name/claim", Who.People),
        new("POST", "/me/volunteer/name/hide", Who.People),
        new("POST", "/me/volunteer/merge", Who.People),
        new("POST", "/me/volunteer/children", Who.People),
        new("POST", "/me/volunteer/children/{number:int}/remove", Who.People),
        new("GET", "/me/volunteer/guardian", Who.People),
        new("GET", "/guard/{minor}", Who.People),
        new("POST", "/guard/{minor}", Who.People),
        new("GET", "/me/wards/{minor}", Who.People),
        new("GET", "/me/wards/{minor}/export", Who.People),
        new("POST", "/me/wards/{minor}/withdraw", Who.People),
        new("GET", "/console/volunteers", Desk),
        new("POST", "/console/volunteers/find", Who.Reviewer | Who.Operator), // reviewers of hours, as Local's reviewer is
        new("POST", "/console/volunteers/claims/{number}", Who.Operator, "/console/volunteers/claims/BAAAAAAAAAAAAAAAAAAAAA"),
        new("GET", "/console/volunteers/{volunteer}", Desk),
        new("POST", "/console/volunteers/{volunteer}/unmask", Desk),
        new("POST", "/console/volunteers/{volunteer}/phone", Desk),
    ];

    public static readonly RouteRow[] Teams =
    [
        new("GET", "/teams", Who.Everybody),
        new("GET", "/teams/join", Who.Everybody),
        new("GET", "/teams/{team}", Who.Everybody),
        new("POST", "/teams/{team}/join", Who.People),
        new("POST", "/teams/{team}/leave", Who.People),
        new("GET", "/console/teams", Organisers),
        new("POST", "/console/teams", Organisers),
        new("GET", "/console/teams/{team}", Organisers),
        new("POST", "/console/teams/{team}/admit", Organisers),
        new("POST", "/console/teams/{team}/admins", Organisers),
        new("POST", "/console/teams/{team}/rename", Organisers),
        new("POST", "/console/teams/{team}/move", Organisers),
        new("POST", "/console/teams/{team}/link", Organisers),
        new("POST", "/console/teams/{team}/dissolve", Organisers),
    ];
}
