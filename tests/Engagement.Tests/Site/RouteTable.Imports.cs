namespace Engagement.Tests.Site;

public static partial class RouteTable
{
    public static readonly RouteRow[] Imports =
    [
        new("GET", "/console/imports", Who.Organiser | Who.Reviewer | Who.Operator),
        new("POST", "/console/imports", Who.Organiser | Who.Reviewer | Who.Operator),
        new("GET", "/console/imports/{import}", Who.Organiser | Who.Reviewer | Who.Operator),
        new("GET", "/console/imports/{import}/faults.csv", Who.Organiser | Who.Reviewer | Who.Operator),
        new("GET", "/console/imports/template/{format}.csv", Who.Organiser | Who.Reviewer | Who.Operator, "/console/imports/template/plain.csv"),
        new("POST", "/console/imports/{import}/ask", Who.Organiser | Who.Reviewer | Who.Operator),
        new("POST", "/console/imports/{import}/decide", Who.Organiser | Who.Reviewer | Who.Operator),
        new("GET", "/me/hours/imports", Who.People),
        new("POST", "/me/hours/imports", Who.People),
        new("GET", "/console/exports", Who.Organiser | Who.Operator),
        new("GET", "/console/exports/{organisation}/activities.{kind}", Who.Organiser | Who.Operator, "/console/exports/qilou-volunteers/activities.csv"),
        new("GET", "/console/exports/{organisation}/attendance.{kind}", Who.Organiser | Who.Operator, "/console/exports/qilou-volunteers/attendance.csv"),
        new("GET", "/console/exports/{organisation}/hours.{kind}", Who.Organiser | Who.Operator, "/console/exports/qilou-volunteers/hours.csv"),
        new("GET", "/console/exports/{organisation}/statement.{kind}", Who.Organiser | Who.Operator, "/console/exports/qilou-volunteers/statement.csv?year=2026"),
        new("POST", "/console/exports/{organisation}/names", Who.Organiser | Who.Operator, "/console/exports/qilou-volunteers/names"),
        new("GET", "/console/filings", Who.Organiser | Who.Operator),
        new("POST", "/console/filings/{organisation}", Who.Organiser | Who.Operator, "/console/filings/qilou-volunteers"),
        new("GET", "/console/filings/{organisation}/{batch}.{kind}", Who.Organiser | Who.Operator, "/console/filings/qilou-volunteers/20260101000000-abcdef.csv"),
        new("GET", "/console/filings/{organisation}/all/reconciliation.csv", Who.Organiser | Who.Operator, "/console/filings/qilou-volunteers/all/reconciliation.csv"),
        new("POST", "/console/filings/{organisation}/answers", Who.Organiser | Who.Operator, "/console/filings/qilou-volunteers/answers"),
        new("GET", "/console/exports/boards/{board}.csv", Who.Organiser | Who.Operator, "/console/exports/boards/hours.csv"),
    ];
}
