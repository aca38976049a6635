using System.Globalization;
using System.Text;
using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Paper;
using Engagement.Web.Console;
using Engagement.Web.Drawing;
using Engagement.Web.Problems;
using Engagement.Web.Roses;
using Microsoft.AspNetCore.Mvc;

namespace Engagement.Web.Paper;

/// <summary>Batches of printed codes: issued, taken away to print, given to couriers, voided and printed again. For operators.</summary>
public sealed class BatchesController(
    Calls calls, BatchReader batches, PaperCodes codes, PaperSheets sheets, PaperScene scene, SeededCatalogue catalogue, Links links, CourierFinder couriers) : ConsoleController(calls)
{
    private const string Way = "/console/paper";
    private const int Page = 30;

    /// <summary>All batches, newest first, and a form for another.</summary>
    [HttpGet(Way)]
    public Task<IActionResult> Index(int skip = 0) => List(new(), null, skip);

    /// <summary>Issues a batch.</summary>
    [HttpPost(Way)]
    public async Task<IActionResult> Issue(string? command, BatchForm form)
    {
        if (!Reads(command, out var key))
        {
            return Panel(Outcome.Invalid, way: Way);
        }

        var wanted = new IssueBatch(Me, form.Size ?? 0, form.Name ?? "", Seed(form.Seed), form.Free);
        var number = codes.FirstNumber(key);
        for (var tries = 0; ; tries++)
        {
            var receipt = await Calls.Batch(number, batch => batch.Issue(key, wanted));
            if (receipt.Outcome == Outcome.AlreadyDecided && tries < PaperCode.MaxBatch)
            {
                number = PaperCodes.NextNumber(number);
                continue;
            }

            return receipt.Outcome switch
            {
                Outcome.Done => SeeOther($"{Way}/{receipt.Batch}"),
                Outcome.Invalid => await List(form, receipt.Field, 0),
                _ => Panel(receipt.Outcome, way: Way),
            };
        }
    }

    /// <summary>One batch.</summary>
    [HttpGet(Way + "/{number:int}")]
    public async Task<IActionResult> Show(int number) => await batches.Read(number) is { } batch ? View("/Paper/Batch.cshtml", await PageOf(batch)) : Missing();

    /// <summary>Live codes as sheets to print, sent while they are drawn. Whoever takes them is on the audit log before they go out.</summary>
    [HttpPost(Way + "/{number:int}/pdf")]
    public Task<IActionResult> Pdf(int number, string? command, int from, int to) => Download(number, command, from, to, "pdf", batch =>
        new StreamedPdf($"live-codes-{number}-{from}-{to}.pdf", (target, cancel) => sheets.WriteAsync(target, batch, from - 1, to - 1, cancel)));

    /// <summary>Live codes as a table, for a printer's own layout. Audited like the sheets.</summary>
    [HttpPost(Way + "/{number:int}/csv")]
    public Task<IActionResult> Csv(int number, string? command, int from, int to) => Download(number, command, from, to, "csv", batch =>
        File(Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(Table(batch, from - 1, to - 1))).ToArray(), "text/csv; charset=utf-8", $"live-codes-{number}-{from}-{to}.csv"));

    /// <summary>Gives the batch to couriers, while nobody has scanned any of it.</summary>
    [HttpPost(Way + "/{number:int}/hand")]
    public async Task<IActionResult> Hand(int number, string? command, string? seed) => Reads(command, out var key)
        ? await Changed(number, batch => batch.Hand(key, Me, Seed(seed)))
        : Panel(Outcome.Invalid, way: Way);

    /// <summary>Gives the batch to one courier, found by the mobile number on their company's roster or by their own id.</summary>
    [HttpPost(Way + "/{number:int}/hand-to")]
    public async Task<IActionResult> HandTo(int number, string? command, string? courier)
    {
        if (!Reads(command, out var key))
        {
            return Panel(Outcome.Invalid, way: Way);
        }

        var person = await couriers.Find(courier);
        return person.IsNone ? await Again(number, "courier") : await Changed(number, batch => batch.HandTo(key, Me, person));
    }

    /// <summary>Voids codes, with their roses.</summary>
    [HttpPost(Way + "/{number:int}/void")]
    public async Task<IActionResult> Void(int number, string? command, int from, int to, string? reason) =>
        Reads(command, out var key) && InputRules.IsReason(reason)
            ? await Changed(number, batch => batch.Void(key, Me, from - 1, to - 1, reason!))
            : Panel(Outcome.Invalid, way: $"{Way}/{number}");

    /// <summary>Prints codes again under a new batch; roses and journeys go on.</summary>
    [HttpPost(Way + "/{number:int}/reissue")]
    public async Task<IActionResult> Reissue(int number, string? command, int from, int to, string? reason)
    {
        if (!Reads(command, out var key) || !InputRules.IsReason(reason))
        {
            return Panel(Outcome.Invalid, way: $"{Way}/{number}");
        }

        var receipt = await Calls.Batch(number, batch => batch.Reissue(key, Me, from - 1, to - 1, reason!));
        return receipt.Outcome switch
        {
            Outcome.Done => SeeOther($"{Way}/{receipt.Batch}"),
            Outcome.Invalid => await Again(number, "from"),
            _ => Panel(receipt.Outcome, way: $"{Way}/{number}"),
        };
    }

    private async Task<IActionResult> Changed(int number, Func<IRoseBatchGrain, Task<Receipt>> change)
    {
        var receipt = await Calls.Batch(number, change);
        return receipt.Outcome is Outcome.Invalid or Outcome.NotEnrolled ? await Again(number, receipt.Field ?? "courier") : Decided(receipt, $"{Way}/{number}");
    }

    private async Task<IActionResult> Again(int number, string? fault) => await batches.Read(number) is { } batch
        ? Correct("/Paper/Batch.cshtml", await PageOf(batch) with { Fault = fault }, Outcome.Invalid)
        : Missing();

    private async Task<IActionResult> Download(int number, string? command, int from, int to, string what, Func<RoseBatchState, IActionResult> file)
    {
        if (!Reads(command, out var key) || await batches.Read(number) is not { } batch)
        {
            return Missing();
        }

        if (from < 1 || to < from || to > batch.Size)
        {
            return await Again(number, "pages");
        }

        var receipt = await Calls.Batch(number, grain => grain.Download(key, Me, $"{what}:{from}-{to}"));
        return receipt.Outcome == Outcome.Done ? file(batch) : Panel(receipt.Outcome, way: $"{Way}/{number}");
    }

    private string Table(RoseBatchState batch, int from, int to)
    {
        var table = new StringBuilder("含可用编码 CONTAINS LIVE CODES,,\r\nserial,short code,address\r\n");
        for (var serial = from; serial <= to; serial++)
        {
            var code = new PaperCode(batch.Number, serial);
            table.Append(CultureInfo.InvariantCulture, $"{serial + 1},{PaperScene.Printed(codes.Short(code))},{links.Paper(codes.Long(code))}\r\n");
        }

        return table.ToString();
    }

    private async Task<IActionResult> List(BatchForm form, string? fault, int skip)
    {
        skip = Math.Clamp(skip, 0, 1_000_000);
        var (found, total) = await batches.Newest(skip, Page);
        var page = new BatchesPage([.. found.Select(batch => new BatchRow(batch.Number, batch.Name, batch.Size, batch.BoundCount, batch.Dead, scene.Company(batch.Seed), batch.Free,
            DateTimeOffset.FromUnixTimeMilliseconds(batch.At)))], form, Receivers(), fault, skip, total > skip + Page);
        return fault is null ? View("/Paper/Batches.cshtml", page) : Correct("/Paper/Batches.cshtml", page, Outcome.Invalid);
    }

    private async Task<BatchPage> PageOf(RoseBatchState batch) => new(batch, scene.Company(batch.Seed), Receivers())
    {
        Courier = batch.Courier.IsNone ? null : await couriers.NameOf(batch.Courier),
    };

    private List<Shared.Choice> Receivers() =>
        [.. catalogue.Reference.Companies.Select(company => new Shared.Choice(company.Id, scene.Company(company.Id)!)), new(IssueBatch.Pool, scene.Company(IssueBatch.Pool)!)];

    private static string? Seed(string? seed) => string.IsNullOrWhiteSpace(seed) ? null : seed.Trim();
}
