using System.Globalization;
using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Filings;
using Engagement.Grains.Storage;
using Engagement.Grains.Volunteers;
using Engagement.Web.Boards;
using Engagement.Web.Home;
using Engagement.Web.Imports;
using Engagement.Web.Problems;
using Engagement.Web.Resources;
using Engagement.Web.Shared;
using Microsoft.Extensions.Localization;

namespace Engagement.Web.Filings;

/// <summary>Sends an organisation's services to another system, batch by batch, and keeps what it answers (IN-01).</summary>
public sealed class FilingDesk(
    FilingReader filings, VolunteerReader volunteers, HourSheetWriter writer, SheetFormats formats, Names names, CellKeys keys, Calls calls, IStringLocalizer<Texts> texts)
{
    /// <summary>Services of a batch at most.</summary>
    public const int Most = IFilingBatchGrain.Most;

    private const int AtOnce = 50, Shown = 50, BatchesShown = 30, Digits = 6;
    private const string Moment = "yyyyMMddHHmmss";

    /// <summary>How far an organisation is.</summary>
    public async Task<FilingsPage> Page(IReadOnlyList<Choice> units, Choice? unit)
    {
        var page = new FilingsPage(units, unit, [.. formats.All.Select(format => new Choice(format.Id, Wording.IsEnglish ? format.Title.En : format.Title.Zh))]);
        if (unit is null)
        {
            return page;
        }

        var stages = new Dictionary<FilingStage, long>();
        foreach (var stage in Enum.GetValues<FilingStage>().Skip(1))
        {
            stages[stage] = await filings.Count(unit.Value, stage);
        }

        return page with
        {
            Waiting = (await Waiting(unit.Value, Most + 1)).Count,
            Stages = stages,
            Batches = [.. (await filings.Batches(unit.Value, BatchesShown)).Select(one => new FilingBatchRow(one.Batch, DateTimeOffset.FromUnixTimeMilliseconds(one.At), one.Entries))],
            Rejected = await filings.At(unit.Value, FilingStage.Rejected, Shown),
        };
    }

    /// <summary>Makes a batch of what waits. The same command finds the same batch, as it was made.</summary>
    public async Task<Receipt> Send(string organisation, ParticipantId by, CommandId command)
    {
        var at = DateTimeOffset.FromUnixTimeMilliseconds(command.UnixMilliseconds).ToOffset(ShanghaiDay.Offset).ToString(Moment, CultureInfo.InvariantCulture);
        var batch = $"{at}-{OpaqueId.Format(keys.Born(by.Value, command.Value, 0))[..Digits]}";
        FilingLine[] lines = await filings.Batch(batch) is null ? [.. (await Waiting(organisation, Most)).Select(line => new FilingLine(line.Entry.Id, line.Net))] : [];
        return await calls.FilingBatch(batch, one => one.Open(by, organisation, lines));
    }

    /// <summary>Looks at answers about a batch, and keeps them if that is wanted.</summary>
    public async Task<(Receipt Receipt, FilingReport Report)> Take(
        FilingBatchState batch, ParticipantId by, CommandId command, IReadOnlyList<AnswerLine> answers, IReadOnlyList<RowFault> faults, bool keep)
    {
        var lines = batch.Lines.Select(line => line.Entry).ToHashSet();
        var strange = new List<RowFault>();
        foreach (var chunk in answers.Chunk(AtOnce))
        {
            var known = await Task.WhenAll(chunk.Select(async answer => lines.Contains(answer.Entry) ? (await filings.Read(answer.Entry))?.Batch : null));
            strange.AddRange(chunk.Zip(known).Where(pair => pair.Second != batch.Id)
                .Select(pair => new RowFault(pair.First.Line, "source", pair.Second is null ? RowProblem.NeverSent : RowProblem.SentAgain)));
        }

        var odd = strange.Select(fault => fault.Line).ToHashSet();
        AnswerLine[] good = [.. answers.Where(answer => !odd.Contains(answer.Line))];
        var receipt = !keep || good.Length == 0 ? Receipt.Done
            : await calls.FilingBatch(batch.Id, one => one.Answer(command, by, [.. good.Select(answer => new FilingAnswer(answer.Entry, answer.Accepted, answer.Reason))]));
        return (receipt, new(good.Count(answer => answer.Accepted), good.Count(answer => !answer.Accepted), [.. faults.Concat(strange).OrderBy(fault => fault.Line)], keep));
    }

    /// <summary>A batch as the other system reads it; 0 minutes take back what was sent before.</summary>
    public async IAsyncEnumerable<IReadOnlyList<string>> Rows(string organisation, string batch, SheetFormat format)
    {
        var (unit, lines) = (names.Organisation(organisation) ?? organisation, await filings.In(organisation, batch));
        var numbers = await Numbers(lines);
        yield return HourSheetWriter.Heading(format);
        foreach (var line in lines)
        {
            yield return writer.Row(format, line.Entry, line.Filing.Minutes, numbers.GetValueOrDefault(line.Entry.Volunteer) ?? "", unit);
        }
    }

    /// <summary>Everything with how far it is, to be compared with the other system's own list.</summary>
    public async IAsyncEnumerable<IReadOnlyList<string>> Reconciliation(string organisation)
    {
        yield return [.. new[] { "Source", "Content", "Day", "Minutes", "SentMinutes", "Stage", "Since", "Reason", "Batch" }.Select(column => texts["Filings.Column." + column].Value)];
        await foreach (var line in filings.All(organisation))
        {
            yield return
            [
                line.Entry.Id.ToString(), line.Entry.Title, Day(line.Entry.From), Number(line.Net), line.Filing.Stage == FilingStage.None ? "" : Number(line.Filing.Minutes),
                texts["Filings.Stage." + line.Filing.Stage].Value, line.Filing.Since == 0 ? "" : Day(line.Filing.Since), line.Filing.Reason, line.Filing.Batch,
            ];
        }
    }

    // Hours of closed accounts are locked: nobody is shown them any more.
    private async Task<IReadOnlyList<FiledEntry>> Waiting(string organisation, int most)
    {
        var waiting = new List<FiledEntry>();
        await foreach (var page in filings.Waiting(organisation).Chunk(AtOnce))
        {
            var numbers = await Numbers(page);
            waiting.AddRange(page.Where(line => numbers.ContainsKey(line.Entry.Volunteer)));
            if (waiting.Count >= most)
            {
                break;
            }
        }

        return [.. waiting.Take(most)];
    }

    private async Task<IReadOnlyDictionary<ParticipantId, string>> Numbers(IReadOnlyList<FiledEntry> lines) =>
        (await volunteers.Briefs([.. lines.Select(line => line.Entry.Volunteer).Distinct()])).ToDictionary(brief => brief.Id, brief => brief.Number);

    private static string Day(long at) => DateTimeOffset.FromUnixTimeMilliseconds(at).ToOffset(ShanghaiDay.Offset).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
