using System.Globalization;
using Engagement.Contracts;
using Engagement.Grains.Imports;
using Engagement.Grains.Storage;
using Engagement.Grains.Teams;
using Engagement.Web.Console;
using Engagement.Web.Problems;
using Engagement.Web.Resources;
using Engagement.Web.Sheets;
using Engagement.Web.Teams;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Engagement.Web.Imports;

/// <summary>Hours from other systems (VH-21): an organiser's file, its dry run, and somebody else's approval.</summary>
[Route(Way)]
public sealed class HourImportsController(
    Calls calls, HourImportDesk desk, HourImportReader imports, HourSheetReader sheets, SheetFormats formats, CellKeys keys, IStringLocalizer<Texts> texts, IOptions<ImportOptions> options,
    TeamBook teams, Organisations organisations)
    : ConsoleController(calls, Role.Organiser, Role.HoursReviewer)
{
    private const string Way = "/console/imports", List = "/Imports/Index.cshtml";
    private const int LongestSystem = 60;

    /// <summary>What waits, and the organisations' own.</summary>
    [HttpGet]
    public async Task<IActionResult> Index() => View(List, await Page());

    /// <summary>Takes a file: the dry run begins, nothing else.</summary>
    [HttpPost, RequestSizeLimit(45_000_000)]
    public async Task<IActionResult> Upload(string? command, HourUploadForm form, IFormFile? file)
    {
        if (!Reads(command, out var key))
        {
            return Panel(Outcome.Invalid, way: Way);
        }

        if (form.Organisation is not { } organisation || !organisations.MayRun(Staff, organisation))
        {
            return Panel(Outcome.Forbidden, way: Way);
        }

        if (formats.Find(form.Format) is not { } format || form.System?.Length > LongestSystem)
        {
            return Panel(Outcome.Invalid, way: Way);
        }

        var (sheet, trouble) = file is null ? (null, SheetTrouble.Empty)
            : file.Length > options.Value.BytesPerImport ? (null, SheetTrouble.TooLarge)
            : sheets.Read(await UploadedFile.Bytes(file), format, form.System?.Trim() ?? "");
        if (sheet is null)
        {
            return Correct(List, await Page() with { Trouble = trouble, Form = form }, Outcome.Invalid);
        }

        var id = OpaqueId.Format(keys.Import(organisation, key));
        return Decided(await desk.Take(id, organisation, Me, UploadedFile.Name(file!), sheet), $"{Way}/{id}");
    }

    /// <summary>How far an upload is. The page comes again by itself while it runs.</summary>
    [HttpGet("{import}")]
    public async Task<IActionResult> Show(string import)
    {
        if (await Mine(import) is not { } view)
        {
            return Missing();
        }

        if (view.IsRunning)
        {
            Response.Headers["Refresh"] = "2";
        }

        return View("/Imports/Show.cshtml", await desk.Page(view,
            canAsk: view.Phase == HourImportPhase.Checked && view.Counts.Faults < view.Total && organisations.MayRun(Staff, view.Organisation),
            canDecide: view.Phase == HourImportPhase.Waiting && Me != view.By && Me != view.AskedBy && Staff.May(Role.HoursReviewer, view.District ?? "")));
    }

    /// <summary>All faulty rows of an upload, by line and field.</summary>
    [HttpGet("{import}/faults.csv"), Unhurried]
    public async Task<IActionResult> Faults(string import) => await Mine(import) is { } view
        ? new CsvFile("faults.csv", Rows(view))
        : Missing();

    /// <summary>An empty sheet of a format with one line to be written over.</summary>
    [HttpGet("template/{format}.csv")]
    public IActionResult Template(string format) => formats.Find(format) is { } found
        ? new CsvFile($"{found.Id}.csv", new[] { HourSheetWriter.Heading(found), HourSheetWriter.Sample(found) }.ToAsyncEnumerable())
        : Missing();

    /// <summary>Asks for approval of what the dry run showed.</summary>
    [HttpPost("{import}/ask")]
    public async Task<IActionResult> Ask(string import, string? command) =>
        !Reads(command, out var key) || await Mine(import) is not { } view ? Missing()
        : Decided(await Calls.HourImport(view.Id, grain => grain.Ask(key, Me)), $"{Way}/{view.Id}");

    /// <summary>Has it carried out, or refuses it.</summary>
    [HttpPost("{import}/decide")]
    public async Task<IActionResult> Decide(string import, string? command, string? verdict) =>
        !Reads(command, out var key) || await Mine(import) is not { } view ? Missing()
        : verdict is not ("approve" or "refuse") ? Panel(Outcome.Invalid, way: Way)
        : Decided(await Calls.HourImport(view.Id, grain => grain.Decide(key, Me, verdict == "approve")), $"{Way}/{view.Id}");

    // A foreign organisation's upload is none.
    private async Task<HourImportView?> Mine(string import) =>
        OpaqueId.TryParse(import, out _) && await Calls.HourImport(import, grain => grain.Show()) is { } view
        && (organisations.MayRun(Staff, view.Organisation) || Staff.May(Role.HoursReviewer, view.District ?? "")) ? view : null;

    private async Task<ImportsPage> Page() => await desk.Overview(teams.Run(Staff), Scopes(Role.HoursReviewer)) with { Most = options.Value.RowsPerImport };

    private async IAsyncEnumerable<IReadOnlyList<string>> Rows(HourImportView view)
    {
        yield return [texts["Companies.Column.Line"].Value, texts["Companies.Column.Field"].Value, texts["Companies.Column.Problem"].Value];
        await foreach (var fault in imports.Faults(view))
        {
            yield return [fault.Line.ToString(CultureInfo.InvariantCulture), texts["Imports.Field." + fault.Field].Value, texts["Companies.Problem." + fault.Problem].Value];
        }
    }
}
