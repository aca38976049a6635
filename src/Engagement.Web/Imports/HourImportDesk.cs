using Engagement.Contracts;
using Engagement.Grains.Imports;
using Engagement.Web.Boards;
using Engagement.Web.Home;
using Engagement.Web.Problems;
using Engagement.Web.Shared;
using Engagement.Web.Sheets;

namespace Engagement.Web.Imports;

/// <summary>Uploads of hours as organisers and reviewers see them, and their way into the ledger.</summary>
public sealed class HourImportDesk(HourImportReader imports, SheetFormats formats, Names names, Calls calls)
{
    private const int Latest = 20;

    /// <summary>The first page.</summary>
    /// <param name="organises">Organisations and teams that the reader runs.</param>
    /// <param name="reviews">Districts; null for all, empty for none.</param>
    public async Task<ImportsPage> Overview(IReadOnlyList<Choice> organises, IReadOnlyList<string>? reviews)
    {
        var (mine, waiting) = (Task.WhenAll(organises.Select(unit => imports.Of(unit.Value, Latest))), imports.Waiting());
        return new(
            organises,
            [.. formats.All.Select(format => new Choice(format.Id, Wording.IsEnglish ? format.Title.En : format.Title.Zh))],
            [.. (await waiting).Where(import => reviews is null || reviews.Contains("") || import.District is { } district && reviews.Contains(district)).Select(Row)],
            [.. (await mine).SelectMany(page => page).OrderByDescending(import => import.At).Take(Latest).Select(Row)]);
    }

    /// <summary>One upload.</summary>
    public async Task<HourImportPage> Page(HourImportView import, bool canAsk, bool canDecide)
    {
        var faults = new List<RowFault>();
        await foreach (var fault in imports.Faults(import))
        {
            faults.Add(fault);
            if (faults.Count == HourImportPage.Shown)
            {
                break;
            }
        }

        return new(Row(import), faults, await imports.Stages(import.Id), canAsk, canDecide);
    }

    /// <summary>Takes a sheet over: announced, then part by part. Safe to repeat with the same command.</summary>
    public async Task<Receipt> Take(string id, string organisation, ParticipantId by, string file, HourSheet sheet)
    {
        var district = names.DistrictOf(organisation);
        var receipt = await calls.HourImport(id, import => import.Begin(new(id, organisation, district, by, file, sheet.Content, sheet.Rows, sheet.Parts.Count)));
        for (var part = 0; receipt.Outcome == Outcome.Done && part < sheet.Parts.Count; part++)
        {
            var (number, (rows, faults)) = (part, sheet.Parts[part]);
            receipt = await calls.HourImport(id, import => import.Put(number, rows, faults));
        }

        return receipt;
    }

    private ImportRowView Row(HourImportView import) => new(import, names.Organisation(import.Organisation) ?? import.Organisation);
}
