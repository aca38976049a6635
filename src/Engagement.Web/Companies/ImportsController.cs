using System.Globalization;
using Engagement.Contracts;
using Engagement.Grains.Couriers;
using Engagement.Web.Sheets;
using Engagement.Web.Problems;
using Engagement.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Engagement.Web.Companies;

/// <summary>Uploads on their way, and files that go out: faulty rows, the roster, an empty one to fill in.</summary>
public sealed class ImportsController(Calls calls, CompanyDesk desk, RosterReader rosters, IStringLocalizer<Texts> texts) : CompanyController(calls, desk)
{
    private const int Page = 500;

    /// <summary>How far an upload is. The page comes again by itself while it runs.</summary>
    [HttpGet(Home + "/{company}/imports/{import}")]
    public async Task<IActionResult> Show(string import)
    {
        if (await Find(import) is not { } view)
        {
            return Missing();
        }

        if (!view.IsOver)
        {
            Response.Headers["Refresh"] = "1";
        }

        return View("/Companies/Import.cshtml", new ImportPage(await Desk.Row(Mine), view));
    }

    /// <summary>All faulty rows of an upload.</summary>
    [HttpGet(Home + "/{company}/imports/{import}/faults.csv")]
    public async Task<IActionResult> Faults(string import) => await Find(import) is { } view
        ? Sheet("faults.csv", [Heading("Line", "Field", "Problem"), .. view.Faults.Select(fault => new[]
        {
            fault.Line.ToString(CultureInfo.InvariantCulture), texts["Companies.Field." + fault.Field].Value, texts["Companies.Problem." + fault.Problem].Value,
        })])
        : Missing();

    /// <summary>The roster as it stands; the numbers themselves are kept nowhere.</summary>
    [HttpGet(Home + "/{company}/roster.csv"), Unhurried]
    public async Task<IActionResult> Roster()
    {
        var rows = new List<IReadOnlyList<string>> { Heading("Name", "Station", "Number", "Since", "Confirmed") };
        for (var page = await rosters.Page(Mine.Id, 0, Page); page.Count > 0; page = await rosters.Page(Mine.Id, rows.Count - 1, Page))
        {
            rows.AddRange(page.Select(line => new[]
            {
                line.Row.Name ?? "", line.Row.Station, line.Row.Number, Day(line.Row.Since), line.Row.ConfirmedAt is { } at ? Day(at) : "",
            }));
        }

        return Sheet("roster.csv", rows);
    }

    /// <summary>An empty roster with its headings and one line to be written over.</summary>
    [HttpGet(Home + "/{company}/template.csv")]
    public IActionResult Template() => Sheet("template.csv", [["手机号", "姓名", "站点", "工号", "状态"], ["13900000000", "张三", "北街站", "A001", "在职"]]);

    private Task<ImportView?> Find(string import) =>
        OpaqueId.TryParse(import, out _) ? Calls.Import(import, grain => grain.Show(Mine.Id)) : Task.FromResult<ImportView?>(null);

    private FileContentResult Sheet(string name, IEnumerable<IReadOnlyList<string>> rows) => File(Csv.Write(rows), "text/csv; charset=utf-8", name);

    private string[] Heading(params string[] columns) => [.. columns.Select(column => texts["Companies.Column." + column].Value)];

    private static string Day(DateTimeOffset at) => at.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
