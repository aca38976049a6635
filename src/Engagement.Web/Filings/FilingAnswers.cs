using Engagement.Contracts;
using Engagement.Grains.Moderation;
using Engagement.Web.Imports;
using Engagement.Web.Sheets;

namespace Engagement.Web.Filings;

/// <summary>A line of answers.</summary>
/// <param name="Line">Its number in the file.</param>
/// <param name="Entry">About which service.</param>
/// <param name="Accepted">It was taken.</param>
/// <param name="Reason">Why not; empty when it was.</param>
public sealed record AnswerLine(int Line, ServiceRecordId Entry, bool Accepted, string Reason);

/// <summary>Reads files in which the other system says what became of what was sent. Their words are data (docs/volunteer-import.md).</summary>
public sealed class FilingAnswers(SheetFormats formats)
{
    /// <summary>Lines of one file at most: a batch.</summary>
    public const int Most = FilingDesk.Most;

    /// <summary>The answers and the faulty lines, or why there are none.</summary>
    public (IReadOnlyList<AnswerLine> Answers, IReadOnlyList<RowFault> Faults, SheetTrouble Trouble) Read(byte[] bytes)
    {
        var (lines, trouble) = SheetFile.Read(bytes, Most);
        if (trouble != SheetTrouble.None)
        {
            return ([], [], trouble);
        }

        var columns = new SheetColumns(lines[0].Cells, formats.Answers.Fields.Select(field => KeyValuePair.Create(field.Field, field.Headings.ToArray())));
        if (formats.Answers.Fields.Any(field => field.Required && !columns.Has(field.Field)))
        {
            return ([], [], SheetTrouble.NoColumn);
        }

        var (answers, faults, seen) = (new List<AnswerLine>(), new List<RowFault>(), new HashSet<ServiceRecordId>());
        foreach (var (line, cells) in lines.Skip(1).Where(one => !one.Cells.All(string.IsNullOrWhiteSpace)))
        {
            var (answer, fault) = Read(line, field => columns.Cell(cells, field));
            if (fault is null && !seen.Add(answer!.Entry))
            {
                fault = new RowFault(line, "source", RowProblem.Duplicate);
            }

            if (fault is not null)
            {
                faults.Add(fault.Value);
            }
            else
            {
                answers.Add(answer!);
            }
        }

        return answers.Count + faults.Count == 0 ? ([], [], SheetTrouble.Empty) : (answers, faults, SheetTrouble.None);
    }

    private (AnswerLine? Answer, RowFault? Fault) Read(int line, Func<string, string?> cell)
    {
        var (source, result, reason) = (cell("source"), cell("result")?.ToLowerInvariant(), cell("reason") ?? "");
        if (source is null)
        {
            return (null, new(line, "source", RowProblem.Missing));
        }

        if (!ServiceRecordId.TryParse(source, out var entry))
        {
            return (null, new(line, "source", RowProblem.UnknownValue));
        }

        var accepted = result is not null && formats.Answers.Accepted.Contains(result);
        if (!accepted && (result is null || !formats.Answers.Rejected.Contains(result)))
        {
            return (null, new(line, "result", result is null ? RowProblem.Missing : RowProblem.UnknownValue));
        }

        return accepted ? (new(line, entry, true, ""), null) : MessageText.Validate(reason, FilingAnswer.LongestReason) switch
        {
            MessageTextError.None => (new(line, entry, false, reason), null),
            MessageTextError.TooLong => (null, new(line, "reason", RowProblem.TooLong)),
            _ => (null, new(line, "reason", reason.Length == 0 ? RowProblem.Missing : RowProblem.NoPlainText)),
        };
    }
}
