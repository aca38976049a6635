using Engagement.Contracts;

namespace Engagement.Web.Console;

/// <summary>The console's navigation: one line for each section, in the order of the page.</summary>
public static class ConsoleSections
{
    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<ConsoleSection> All =
    [
        new("/console/letters", "Console.Letters"),
        new("/console/acts", "Acts.Queue", Role.Reviewer),
        new("/console/photos", "Photos.Queue", Role.Reviewer),
        new("/console/deeds", "Deed.Console", Role.CompanySteward),
        new("/console/activities", "Activities.Console", Role.Organiser, Role.HoursReviewer),
        new("/console/hours", "Hours.Desk", Role.Organiser, Role.HoursReviewer),
        new("/console/volunteers", "Volunteers.Console", Role.Organiser, Role.HoursReviewer),
        new("/console/teams", "Teams.Console", Role.Organiser),
        new("/console/needs", "Needs.Console", Role.Organiser, Role.HoursReviewer),
        new("/console/stars", "Stars.Console", Role.HoursReviewer),
        new("/console/certificates", "Cert.Console", Role.Organiser),
        new("/console/imports", "Imports.Title", Role.Organiser, Role.HoursReviewer),
        new("/console/exports", "Exports.Title", Role.Organiser),
        new("/console/filings", "Filings.Title", Role.Organiser),
        new("/console/budgets", "Console.Budgets"),
        new("/console/stations", "Stations.Console", Role.StationKeeper),
        new("/console/paper", "Paper.Console"),
        new("/console/boards", "Publish.Boards"),
        new("/console/companies", "Companies.Title", Role.CompanySteward),
        new("/console/records", "Record.Queue"),
        new("/console/control", "Control.Title"),
        new("/console/texts", "Texts.Title"),
        new("/console/roles", "Roles.Title"),
        new("/console/audit", "Audit.Title"),
    ];

    /// <summary>What this person finds.</summary>
    public static IEnumerable<ConsoleSection> For(Profile? staff) => staff is null ? [] : All.Where(section => section.IsFor(staff));
}
