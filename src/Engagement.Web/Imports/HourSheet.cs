using System.Globalization;
using System.Text;
using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Hours;
using Engagement.Grains.Imports;
using Engagement.Grains.Moderation;
using Engagement.Grains.Storage;
using Engagement.Web.Sheets;
using Microsoft.Extensions.Options;

namespace Engagement.Web.Imports;

/// <summary>A file of hours, read as far as its rows alone tell. ID numbers have become HMACs: nothing in it names anybody.</summary>
/// <param name="Rows">Rows, faulty ones included.</param>
/// <param name="Parts">Rows without a fault, and the faults of the others, a few hundred lines each.</param>
/// <param name="Content">Keyed digest of the file.</param>
public sealed record HourSheet(int Rows, IReadOnlyList<(IReadOnlyList<HourImportRow> Rows, IReadOnlyList<RowFault> Faults)> Parts, ulong Content);

/// <summary>Reads files of hours by a format.</summary>
public sealed class HourSheetReader(SheetFormats formats, SeededCatalogue catalogue, CellKeys keys, ICampaignClock clock, IOptions<ImportOptions> options, IOptions<HourOptions> hours)
{
    private const int LongestText = 60; // of a text that an entry keeps

    /// <summary>The sheet, or why there is none.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="format">How it is written.</param>
    /// <param name="system">The other system's name for rows that name none; empty when the format or the rows say it.</param>
    public (HourSheet? Sheet, SheetTrouble Trouble) Read(byte[] bytes, SheetFormat format, string system)
    {
        var (lines, trouble) = SheetFile.Read(bytes, options.Value.RowsPerImport);
        if (trouble != SheetTrouble.None)
        {
            return (null, trouble);
        }

        var columns = new SheetColumns(lines[0].Cells, format.Fields.Select(field => KeyValuePair.Create(field.Field, field.Headings.ToArray())));
        if (format.Fields.Any(field => field.Required && !columns.Has(field.Field)) || !columns.Has("volunteer") && !columns.Has("idNumber")
            || !columns.Has("to") && !columns.Has("minutes"))
        {
            return (null, SheetTrouble.NoColumn);
        }

        var (good, faults, seen, count) = (new List<HourImportRow>(), new List<RowFault>(), new HashSet<(string, string)>(), 0);
        var parts = new List<(IReadOnlyList<HourImportRow>, IReadOnlyList<RowFault>)>();
        foreach (var (line, cells) in lines.Skip(1).Where(one => !one.Cells.All(string.IsNullOrWhiteSpace)))
        {
            var row = new Row(line, field => columns.Cell(cells, field));
            if (Read(row, format, system, out var read) is { } fault)
            {
                faults.Add(fault);
            }
            else if (!seen.Add((read!.System, read.Source)))
            {
                faults.Add(new(line, "source", RowProblem.Duplicate));
            }
            else
            {
                good.Add(read);
            }

            if (++count % HourImportPartState.Most == 0)
            {
                parts.Add(([.. good], [.. faults]));
                good.Clear();
                faults.Clear();
            }
        }

        if (good.Count + faults.Count > 0)
        {
            parts.Add((good, faults));
        }

        return count == 0 ? (null, SheetTrouble.Empty) : (new(count, parts, keys.Rows([.. bytes, .. Encoding.UTF8.GetBytes($"{format.Id}\u001f{system}")])), SheetTrouble.None);
    }

    private RowFault? Read(Row row, SheetFormat format, string system, out HourImportRow? read)
    {
        read = null;
        foreach (var field in format.Fields)
        {
            var written = row.Cell(field.Field);
            var problem = written is null ? field.Required ? RowProblem.Missing : RowProblem.None : MessageText.Validate(written, field.Max) switch
            {
                MessageTextError.None => RowProblem.None,
                MessageTextError.TooLong => RowProblem.TooLong,
                _ => RowProblem.NoPlainText,
            };
            if (problem != RowProblem.None)
            {
                return row.Fault(field.Field, problem);
            }
        }

        var (number, id) = (row.Cell("volunteer"), row.Cell("idNumber"));
        if (number is null && id is null)
        {
            return row.Fault(format.Field("volunteer") is null ? "idNumber" : "volunteer", RowProblem.Missing);
        }

        var today = ShanghaiDay.Of(clock.UtcNow);
        if (number is null && NationalId.Read(id, today) is null)
        {
            return row.Fault("idNumber", RowProblem.NoIdNumber);
        }

        var from = row.Cell("from")!;
        var origin = row.Cell("system") ?? (format.System.Length > 0 ? format.System : system);
        if (MessageText.Validate(origin, LongestText) != MessageTextError.None)
        {
            return row.Fault("system", RowProblem.Missing);
        }

        if (ClassOf(row.Cell("class")!) is not { } service)
        {
            return row.Fault("class", RowProblem.UnknownValue);
        }

        if (HourGuard.Refuses(service, catalogue))
        {
            return row.Fault("class", RowProblem.NotService);
        }

        if (Instant(from, format) is not { } begin)
        {
            return row.Fault("from", RowProblem.NoTime);
        }

        if (Length(row, format, begin, out var minutes) is { } wrong)
        {
            return wrong;
        }

        if (begin + minutes * 60_000L > clock.UtcNow.ToUnixTimeMilliseconds())
        {
            return row.Fault("from", RowProblem.InFuture);
        }

        read = new(row.Line, number, number is null ? keys.IdNumber(NationalId.Read(id, today)!.Value) : default, origin, row.Cell("source")!, row.Cell("unit")!, row.Cell("content")!,
            service, begin, minutes);
        return null;
    }

    private RowFault? Length(Row row, SheetFormat format, long begin, out int minutes)
    {
        minutes = 0;
        var (to, written) = (row.Cell("to"), row.Cell("minutes"));
        if (to is null && written is null)
        {
            return row.Fault(format.Field("minutes") is null ? "to" : "minutes", RowProblem.Missing);
        }

        var span = 0L;
        if (to is not null)
        {
            if (Instant(to, format) is not { } end)
            {
                return row.Fault("to", RowProblem.NoTime);
            }

            span = (end - begin) / 60_000;
            if (span < 1)
            {
                return row.Fault("to", RowProblem.WrongSpan);
            }
        }

        if (written is null)
        {
            minutes = (int)Math.Min(span, int.MaxValue);
            return minutes > hours.Value.PerRecord ? row.Fault("to", RowProblem.NoNumber) : null;
        }

        if (!decimal.TryParse(written, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var length) || length > 100_000)
        {
            return row.Fault("minutes", RowProblem.NoNumber);
        }

        var whole = format.Minutes == LengthUnit.Hours ? Math.Round(length * 60, MidpointRounding.AwayFromZero) : length;
        if (whole != Math.Floor(whole) || whole < 1 || whole > hours.Value.PerRecord)
        {
            return row.Fault("minutes", RowProblem.NoNumber);
        }

        minutes = (int)whole;
        return to is not null && minutes > span ? row.Fault("minutes", RowProblem.WrongSpan) : null;
    }

    private string? ClassOf(string written) => formats.Classes.GetValueOrDefault(written)
        ?? catalogue.Reference.ServiceClasses.FirstOrDefault(service =>
            service.Id == written || service.Title.Zh == written || string.Equals(service.Title.En, written, StringComparison.OrdinalIgnoreCase))?.Id
        ?? (HourGuard.Blocked.Contains(written) ? written : null);

    // A workbook's own date arrives in the invariant culture's form.
    private static long? Instant(string written, SheetFormat format) =>
        DateTime.TryParseExact(written, [.. format.Times, "MM/dd/yyyy HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
        && time.Year is > 1990 and < 2200 ? new DateTimeOffset(time, ShanghaiDay.Offset).ToUnixTimeMilliseconds() : null;

    private readonly record struct Row(int Line, Func<string, string?> Cell)
    {
        public RowFault? Fault(string field, RowProblem problem) => new(Line, field, problem);
    }
}
