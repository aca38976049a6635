using Engagement.Contracts;
using Engagement.Grains.Filings;
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
    Calls calls, FilingDesk desk, FilingReader filings, FilingAnswers answers, SheetFormats formats, TeamBook teams, Organisations organisations, IOptions<ImportOptions> options)
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

        var receipt = await desk.Send(organisation, Me, key);
        return receipt is { Outcome: Outcome.Done } or { Field: "lines" } ? SeeOther($"{Of(organisation)}#batches") : Panel(receipt.Outcome, way: Of(organisation)); // without lines: nothing waits any more
    }

    /// <summary>A batch as a file.</summary>
    [HttpGet("{organisation}/{batch}.{kind}"), Unhurried]
    public async Task<IActionResult> Batch(string organisation, string batch, string kind, string? format) =>
        await Sheeted(organisation, kind, batch, () => desk.Rows(organisation, batch, formats.Find(format) ?? formats.All[^1]), async () => await Mine(organisation, batch) is not null);

    /// <summary>Everything with how far it is.</summary>
    [HttpGet("{organisation}/all/reconciliation.csv"), Unhurried]
    public async Task<IActionResult> Reconciliation(string organisation) => await Sheeted(organisation, "csv", "reconciliation", () => desk.Reconciliation(organisation));

    /// <summary>Reads the other system's answers: only looks, or keeps them.</summary>
    [HttpPost("{organisation}/answers"), RequestSizeLimit(4_000_000), Unhurried]
    public async Task<IActionResult> Answer(string organisation, string? command, string? batch, string? keep, IFormFile? file)
    {
        if (!organisations.MayRun(Staff, organisation))
        {
            return Panel(Outcome.Forbidden, way: Way);
        }

        if (!Reads(command, out var key) || keep is not (null or "on"))
        {
            return Panel(Outcome.Invalid, way: Way);
        }

        if (await Mine(organisation, batch) is not { } found)
        {
            return Missing();
        }

        var (lines, faults, trouble) = file is null ? ([], [], SheetTrouble.Empty)
            : file.Length > options.Value.BytesPerImport ? ([], [], SheetTrouble.TooLarge)
            : answers.Read(await UploadedFile.Bytes(file));
        if (trouble != SheetTrouble.None)
        {
            return Correct(Sheet, await Page(organisation) with { Trouble = trouble }, Outcome.Invalid);
        }

        var (receipt, report) = await desk.Take(found, Me, key, lines, faults, keep is not null);
        return receipt.Outcome == Outcome.Done ? View(Sheet, await Page(organisation) with { Report = report, Answered = found.Id }) : Panel(receipt.Outcome, way: Of(organisation));
    }

    // Another organisation's batch is none.
    private async Task<FilingBatchState?> Mine(string organisation, string? batch) =>
        batch is { Length: > 0 and <= 40 } && await filings.Batch(batch) is { } found && found.Organisation == organisation ? found : null;

    private async Task<IActionResult> Sheeted(string organisation, string kind, string name, Func<IAsyncEnumerable<IReadOnlyList<string>>> read, Func<Task<bool>>? exists = null) =>
        !organisations.MayRun(Staff, organisation) ? Panel(Outcome.Forbidden, way: Way)
        : !organisations.Has(organisation) || exists is not null && !await exists() ? Missing()
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
