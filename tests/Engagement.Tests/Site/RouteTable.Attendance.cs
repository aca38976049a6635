namespace Engagement.Tests.Site;

public static partial class RouteTable
{
    public static readonly RouteRow[] Attendance =
    [
        new("GET", "/activities/{id}/scan/{shift:int}/{side}", Who.Everybody, "/activities/BAAAAAAAAAAAAAAAAAAAAA/scan/1/In"),
        new("GET", "/activities/{id}/here", Who.People),
        new("POST", "/activities/{id}/here", Who.People),
        new("GET", "/activities/{id}/lead", Who.People),
        new("GET", "/activities/{id}/lead/scan", Who.People),
        new("POST", "/activities/{id}/lead/mark", Who.People),
        new("GET", "/activities/{id}/board", Who.People),
        new("GET", "/activities/{id}/board/code", Who.People),
        new("GET", "/me/code", Who.People),
        new("GET", "/me/code/now", Who.People),
        new("GET", "/v", Who.People),
        new("POST", "/api/v1/activities/{activityId}/attendance", Who.People),
        new("GET", "/api/v1/activities/{activityId}/attendance", Who.People),
        new("GET", "/api/v1/activities/{activityId}/board", Who.People),
        new("POST", "/api/v1/activities/{activityId}/attendance/offline", Who.People),
        new("GET", "/console/activities/{id}/attendance", ActivityDesk),
        new("GET", "/console/activities/{id}/attendance/progress", ActivityDesk),
        new("POST", "/console/activities/{id}/attendance/fix", ActivityDesk),
        new("POST", "/console/activities/{id}/attendance/confirm", ActivityDesk),
        new("POST", "/console/activities/{id}/attendance/leaders", ActivityDesk),
        new("POST", "/console/activities/{id}/attendance/settle", ActivityDesk),
    ];
}
