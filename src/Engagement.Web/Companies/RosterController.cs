using Engagement.Contracts;
using Engagement.Grains.Control;
using Engagement.Grains.Couriers;
using Engagement.Grains.Storage;
using Engagement.Web.Sheets;
using Engagement.Web.Problems;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Engagement.Web.Companies;

/// <summary>A company's roster: what its steward uploads, and who confirmed (CA-01, OP-05).</summary>
public sealed class RosterController(Calls calls, CompanyDesk desk, RosterReader rosters, RosterUpload upload, CellKeys keys, ISwitches switches, IOptions<CourierOptions> options)
    : CompanyController(calls, desk)
{
    private const string Sheet = "/Companies/Roster.cshtml";
    private const int LatestImports = 10;

    /// <summary>The roster, and its latest uploads.</summary>
    [HttpGet(Home + "/{company}")]
    public async Task<IActionResult> Show(int skip = 0) => View(Sheet, await Page(Math.Clamp(skip, 0, 1_000_000)));

    /// <summary>Looks a number up. By POST: a number belongs in no address and no log.</summary>
    [HttpPost(Home + "/{company}/find")]
    public async Task<IActionResult> Find(string? phone)
    {
        var line = PhoneNumber.Normalise(phone) is { } number && keys.Phone(number) is var key && await Calls.Roster(key, roster => roster.Find(Mine.Id)) is { } found
            ? new RosterLine(key.ToString(), found) : null;
        return View(Sheet, await Page(0) with { Found = new(line) });
    }

    /// <summary>Takes a file; what becomes of its rows is on the page of the upload.</summary>
    [HttpPost(Home + "/{company}/roster"), RequestSizeLimit(25_000_000)]
    public async Task<IActionResult> Upload(string? command, IFormFile? file, bool allOrNothing)
    {
        if (!Reads(command, out var key))
        {
            return Panel(Outcome.Invalid, way: Way);
        }

        var (rows, trouble) = file is null ? ([], SheetTrouble.Empty)
            : file.Length > options.Value.BytesPerImport ? ([], SheetTrouble.TooLarge)
            : RosterFile.Read(await UploadedFile.Bytes(file), options.Value.RowsPerImport);
        if (trouble != SheetTrouble.None)
        {
            return Correct(Sheet, await Page(0) with { Trouble = trouble }, Outcome.Invalid);
        }

        var start = upload.Of(key, Mine, Me, UploadedFile.Name(file!), allOrNothing, rows);
        return Decided(await Calls.Import(start.Id, import => import.Start(start)), $"{Way}/imports/{start.Id}");
    }

    /// <summary>Takes one number off the roster; who confirmed it goes on as a city rider.</summary>
    [HttpPost(Home + "/{company}/remove")]
    public async Task<IActionResult> Remove(string? command, string? phone)
    {
        if (!Reads(command, out var key) || !PhoneKey.TryParse(phone, out var number))
        {
            return Panel(Outcome.Invalid, way: Way);
        }

        if (switches.Now.FreezesCompany(Mine.Id))
        {
            return Panel(Outcome.SwitchedOff, way: Way);
        }

        await Calls.Roster(number, roster => roster.List(new(Mine.Id, number, null, [], "", "", Left: true, key, Me)));
        return SeeOther(Way);
    }

    private async Task<RosterPage> Page(int skip)
    {
        var (row, rows, imports) = (Desk.Row(Mine), rosters.Page(Mine.Id, skip, RosterPage.Each), rosters.Imports(Mine.Id, LatestImports));
        return new(await row, Mine.JoinCode, [.. (await rows).Select(line => new RosterLine(line.Phone.ToString(), line.Row))], skip, await imports) { Most = options.Value.RowsPerImport };
    }
}
