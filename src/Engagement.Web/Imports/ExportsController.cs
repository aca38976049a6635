using System.Globalization;
using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Publications;
using Engagement.Grains.Rankings;
using Engagement.Grains.Teams;
using Engagement.Web.Boards;
using Engagement.Web.Console;
using Engagement.Web.Problems;
using Engagement.Web.Home;
using Engagement.Web.Resources;
using Engagement.Web.Shared;
using Engagement.Web.Sheets;
using Engagement.Web.Teams;
using Engagement.Web.Volunteers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Engagement.Web.Imports;

/// <summary>Files that go out: an organisation's own activities, attendance and hours, its yearly statement, and boards.</summary>
[Route(Way)]
public sealed class ExportsController(
    Calls calls, ExportRows rows, SheetFormats formats, TeamBook teams, Organisations organisations, BoardBook boards, ICampaignClock clock, IStringLocalizer<Texts> texts)
    : ConsoleController(calls, Role.Organiser)
{
    private const string Way = "/console/exports", List = "/Imports/Exports.cshtml";
    private const int BoardLines = 1_000;

    /// <summary>What there is.</summary>
    [HttpGet]
    public IActionResult Index(string? organisation) => View(List, Page(organisation));

    /// <summary>The organisation's activities.</summary>
    [HttpGet("{organisation}/activities.{kind}"), Unhurried]
    public Task<IActionResult> Activities(string organisation, string kind) => Sheet(organisation, kind, "activities", () => rows.Activities(organisation));

    /// <summary>Who came to them.</summary>
    [HttpGet("{organisation}/attendance.{kind}"), Unhurried]
    public Task<IActionResult> Attendance(string organisation, string kind) => Sheet(organisation, kind, "attendance", () => rows.Attendance(organisation));

    /// <summary>Hours as they stand, by a format that another system reads.</summary>
    [HttpGet("{organisation}/hours.{kind}"), Unhurried]
    public Task<IActionResult> Hours(string organisation, string kind, string? format) =>
        Sheet(organisation, kind, "hours", () => rows.Hours(organisation, formats.Find(format) ?? formats.All[0]));

    /// <summary>The yearly statement.</summary>
    [HttpGet("{organisation}/statement.{kind}"), Unhurried]
    public Task<IActionResult> Statement(string organisation, string kind, int year) =>
        year is < 2000 or > 2199 ? Task.FromResult<IActionResult>(Missing()) : Sheet(organisation, kind, $"statement-{year}", () => rows.Statement(organisation, year));

    /// <summary>Hours with real names: each name is looked at with this reason, which its owner reads and the log of looks keeps (product.md VH-01).</summary>
    [HttpPost("{organisation}/names")]
    public async Task<IActionResult> Names(string organisation, string? command, string? format, string? reason)
    {
        if (!organisations.MayRun(Staff, organisation))
        {
            return Panel(Outcome.Forbidden, way: Way);
        }

        if (!Reads(command, out var key) || !InputRules.IsReason(reason))
        {
            return Correct(List, Page(organisation) with { Fault = true }, Outcome.Invalid);
        }

        var held = organisations.Above(organisation).FirstOrDefault(above => Staff.Roles?.Contains(new(Role.Organiser, above)) == true);
        var known = new Dictionary<ParticipantId, string>();
        async Task<string> Name(ParticipantId volunteer)
        {
            if (!known.TryGetValue(volunteer, out var name))
            {
                known[volunteer] = name = (await Calls.Volunteer(volunteer, one => one.Unmask(key, Looks.By(Me, Staff, reason!, held)))) is { Outcome: Outcome.Done } seen ? seen.Name : "";
            }

            return name;
        }

        return await Sheet(organisation, "csv", "hours-names", () => rows.Hours(organisation, formats.Find(format) ?? formats.All[0], Name));
    }

    /// <summary>A board of units as it stands. It says that it is not for assessment (国办函〔2026〕12号).</summary>
    [HttpGet("boards/{board}.csv"), Unhurried]
    public async Task<IActionResult> Board(string board, string period = "all")
    {
        if (boards.IsOff || !boards.Boards.Contains(board) || Grains.Rankings.Boards.IsOfPersons(board) || !InputRules.IsName<Period>(period, out var span))
        {
            return Missing();
        }

        var view = await boards.Top(board, span, BoardLines);
        IReadOnlyList<string>[] lines =
        [
            [Snapshot.NotForAssessment],
            Heading("Rank", "Unit", Grains.Rankings.Boards.IsOfHours(board) ? "Minutes" : "Count", "Volunteers"),
            .. view.Entries.Select(entry => new[]
            {
                entry.Rank?.ToString(CultureInfo.InvariantCulture) ?? "", entry.Name, entry.Count.ToString(CultureInfo.InvariantCulture),
                entry.Volunteers?.ToString(CultureInfo.InvariantCulture) ?? "",
            }),
        ];
        return new CsvFile($"board-{board}.csv", lines.ToAsyncEnumerable());
    }

    private async Task<IActionResult> Sheet(string organisation, string kind, string name, Func<IAsyncEnumerable<IReadOnlyList<string>>> read) =>
        !organisations.MayRun(Staff, organisation) ? Panel(Outcome.Forbidden, way: Way)
        : !organisations.Has(organisation) ? Missing()
        : kind switch
        {
            "csv" => new CsvFile($"{name}.csv", read()),
            "xlsx" => File(await Workbook.Write(read()), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", $"{name}.xlsx"),
            _ => Missing(),
        };

    private string[] Heading(params string[] columns) => [.. columns.Select(column => texts["Exports.Column." + column].Value)];

    private ExportsPage Page(string? organisation)
    {
        var mine = teams.Run(Staff);
        return new(mine, mine.FirstOrDefault(unit => unit.Value == organisation) ?? mine.FirstOrDefault(),
            [.. formats.All.Select(format => new Choice(format.Id, Wording.IsEnglish ? format.Title.En : format.Title.Zh))], [Grains.Rankings.Boards.Hours, Grains.Rankings.Boards.HoursByDistrict])
        {
            Year = clock.UtcNow.ToOffset(ShanghaiDay.Offset).Year,
        };
    }
}

/// <summary>What an organisation can take out.</summary>
/// <param name="Units">Organisations of the reader.</param>
/// <param name="Unit">The one on show; null for none.</param>
/// <param name="Formats">How hours may be written.</param>
/// <param name="Boards">Boards that can be taken out.</param>
public sealed record ExportsPage(IReadOnlyList<Choice> Units, Choice? Unit, IReadOnlyList<Choice> Formats, IReadOnlyList<string> Boards)
{
    /// <summary>The year that the statement is first offered for.</summary>
    public int Year { get; init; }

    /// <summary>The reason for real names was missing or too long.</summary>
    public bool Fault { get; init; }
}
