using Engagement.Contracts;
using Engagement.Grains.Imports;
using Engagement.Grains.Teams;
using Engagement.Web.Console;
using Engagement.Web.Imports;
using Engagement.Web.Problems;
using Engagement.Web.Sheets;
using Engagement.Web.Teams;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Engagement.Web.Filings;

/// <summary>The way of an organisation's services into another system, the national one first: batches out, answers in, both lists compared (IN-01).</summary>
[Route(Way)]
public sealed class FilingsController(
    Calls calls, FilingDesk desk, FilingAnswers answers, SheetFormats formats, TeamBook teams, Organisations organisations, IOptions<ImportOptions> options)
    : ConsoleController(calls, Role.Organiser)
{
    private const string Way = "/console/filings", Sheet = "/Filings/Index.cshtml";

    /// <summary>How far it is.</summary>
    [HttpGet, Unhurried]
    public async Task<IActionResult> Index(string? organisation) => View(Sheet, await Page(organisation));

    /// <summary>Makes a batch of what waits.</summary>
    [HttpPost("{organisation}"), Unhurried]
    public async Task<IActionResult> Send(string organisation, string? command)
    {
        if (!organisations.MayRun(Staff, organisation))
        {
            return Panel(Outcome.Forbidden, way: Way);
        }

        if (!Reads(command, out var key))
        {
            return Panel(Outcome.Invalid, way: Way);
        }

        await desk.Send(organisation, Me, key);
        return SeeOther($"{Of(organisation)}#batches");
    }

    /// <summary>A batch as a file.</summary>
    [HttpGet("{organisation}/{batch}.{kind}"), Unhurried]
    public async Task<IActionResult> Batch(string organisation, string batch, string kind, string? format) =>
        await Sheeted(organisation, kind, batch, () => desk.Rows(organisation, batch, formats.Find(format) ?? formats.All[^1]));

    /// <summary>Everything with how far it is.</summary>
    [HttpGet("{organisation}/all/reconciliation.csv"), Unhurried]
    public async Task<IActionResult> Reconciliation(string organisation) => await Sheeted(organisation, "csv", "reconciliation", () => desk.Reconciliation(organisation));

    /// <summary>Reads the other system's answers: only looks, or keeps them.</summary>
    [HttpPost("{organisation}/answers"), RequestSizeLimit(4_000_000), Unhurried]
    public async Task<IActionResult> Answer(string organisation, string? command, string? keep, IFormFile? file)
    {
        if (!organisations.MayRun(Staff, organisation))
        {
            return Panel(Outcome.Forbidden, way: Way);
        }

        if (!Reads(command, out _) || keep is not (null or "on"))
        {
            return Panel(Outcome.Invalid, way: Way);
        }

        var (lines, faults, trouble) = file is null ? ([], [], SheetTrouble.Empty)
            : file.Length > options.Value.BytesPerImport ? ([], [], SheetTrouble.TooLarge)
            : answers.Read(await UploadedFile.Bytes(file));
        if (trouble != SheetTrouble.None)
        {
            return Correct(Sheet, await Page(organisation) with { Trouble = trouble }, Outcome.Invalid);
        }

        var report = await desk.Take(organisation, lines, faults, keep is not null);
        return View(Sheet, await Page(organisation) with { Report = report });
    }

    private async Task<IActionResult> Sheeted(string organisation, string kind, string name, Func<IAsyncEnumerable<IReadOnlyList<string>>> read) =>
        !organisations.MayRun(Staff, organisation) ? Panel(Outcome.Forbidden, way: Way)
        : !organisations.Has(organisation) ? Missing()
        : kind switch
        {
            "csv" => new CsvFile($"{name}.csv", read()),
            "xlsx" => File(await Workbook.Write(read()), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", $"{name}.xlsx"),
            _ => Missing(),
        };

    private async Task<FilingsPage> Page(string? organisation)
    {
        var mine = teams.Run(Staff);
        return await desk.Page(mine, mine.FirstOrDefault(unit => unit.Value == organisation) ?? mine.FirstOrDefault());
    }

    private static string Of(string organisation) => $"{Way}?organisation={Uri.EscapeDataString(organisation)}";
}
