namespace Engagement.Tests.Site;

public static partial class RouteTable
{
    private const Who ActivityDesk = Who.Organiser | Who.Reviewer | Who.Operator;

    public static readonly RouteRow[] Activities =
    [
        new("GET", "/activities", Who.Everybody),
        new("GET", "/activities/{id}", Who.Everybody),
        new("GET", "/activities/{id}/shifts/{shift:int}.ics", Who.Everybody, "/activities/BAAAAAAAAAAAAAAAAAAAAA/shifts/1.ics"),
        new("POST", "/activities/{id}/shifts/{shift:int}/signup", Who.People, "/activities/BAAAAAAAAAAAAAAAAAAAAA/shifts/1/signup"),
        new("POST", "/activities/{id}/shifts/{shift:int}/leave", Who.People, "/activities/BAAAAAAAAAAAAAAAAAAAAA/shifts/1/leave"),
        new("GET", "/activities/{id}/shifts/{shift:int}/feedback", Who.People, "/activities/BAAAAAAAAAAAAAAAAAAAAA/shifts/1/feedback"),
        new("POST", "/activities/{id}/shifts/{shift:int}/feedback", Who.People, "/activities/BAAAAAAAAAAAAAAAAAAAAA/shifts/1/feedback"),
        new("POST", "/activities/{id}/shifts/{shift:int}/excuse", Who.People, "/activities/BAAAAAAAAAAAAAAAAAAAAA/shifts/1/excuse"),
        new("POST", "/activities/{id}/shifts/{shift:int}/absent", Who.People, "/activities/BAAAAAAAAAAAAAAAAAAAAA/shifts/1/absent"),
        new("GET", "/me/schedule", Who.People),
        new("POST", "/me/schedule/feed", Who.People),
        new("GET", "/calendar/{person}/{secret}.ics", Who.Everybody),
        new("GET", "/console/activities", ActivityDesk),
        new("GET", "/console/activities/new", Who.Operator | Who.Organiser, "/console/activities/new?organisation=qilou-volunteers"),
        new("POST", "/console/activities", Who.Operator),
        new("GET", "/console/activities/{id}", ActivityDesk),
        new("GET", "/console/activities/{id}/edit", ActivityDesk),
        new("POST", "/console/activities/{id}", ActivityDesk),
        new("POST", "/console/activities/{id}/submit", ActivityDesk),
        new("POST", "/console/activities/{id}/decide", ActivityDesk),
        new("POST", "/console/activities/{id}/cancel", ActivityDesk),
        new("POST", "/console/activities/{id}/insure", ActivityDesk),
        new("POST", "/console/activities/{id}/shifts/{shift:int}/extend", ActivityDesk, "/console/activities/BAAAAAAAAAAAAAAAAAAAAA/shifts/1/extend"),
        new("POST", "/console/activities/{id}/shifts/{shift:int}/admit", ActivityDesk, "/console/activities/BAAAAAAAAAAAAAAAAAAAAA/shifts/1/admit"),
        new("POST", "/console/activities/{id}/shifts/{shift:int}/absent", ActivityDesk, "/console/activities/BAAAAAAAAAAAAAAAAAAAAA/shifts/1/absent"),
    ];
}
