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
    public const int Most = 1_000;

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
            Batches = [.. (await filings.Batches(unit.Value)).Take(BatchesShown).Select(one => new FilingBatchRow(one.Batch, At(one.Batch), one.Entries))],
            Rejected = await filings.At(unit.Value, FilingStage.Rejected, Shown),
        };
    }

    /// <summary>Makes a batch of what waits. The same command goes on with the same batch.</summary>
    /// <returns>Services in it.</returns>
    public async Task<long> Send(string organisation, ParticipantId by, CommandId command)
    {
        var at = DateTimeOffset.FromUnixTimeMilliseconds(command.UnixMilliseconds).ToOffset(ShanghaiDay.Offset).ToString(Moment, CultureInfo.InvariantCulture);
        var batch = $"{at}-{OpaqueId.Format(keys.Born(by.Value, command.Value, 0))[..Digits]}";
        var sent = (await filings.In(organisation, batch)).Count;
        foreach (var chunk in (await Waiting(organisation, Most - sent)).Index().Chunk(AtOnce))
        {
            await Task.WhenAll(chunk.Select(line => calls.Filing(line.Item.Entry.Id, filing => filing.Send(new(batch, sent + line.Index, organisation, line.Item.Net, by)))));
        }

        return (await filings.In(organisation, batch)).Count;
    }

    /// <summary>Looks at answers, and keeps them if that is wanted.</summary>
    public async Task<FilingReport> Take(string organisation, IReadOnlyList<AnswerLine> answers, IReadOnlyList<RowFault> faults, bool keep)
    {
        var unknown = new List<RowFault>();
        foreach (var chunk in answers.Chunk(AtOnce))
        {
            var known = await Task.WhenAll(chunk.Select(async answer => keep
                ? (await calls.Filing(answer.Entry, filing => filing.Answer(new(organisation, answer.Accepted, answer.Reason)))).Outcome == Outcome.Done
                : (await filings.Read(answer.Entry))?.Organisation == organisation));
            unknown.AddRange(chunk.Zip(known).Where(pair => !pair.Second).Select(pair => new RowFault(pair.First.Line, "source", RowProblem.NeverSent)));
        }

        var strange = unknown.Select(fault => fault.Line).ToHashSet();
        return new(answers.Count(answer => answer.Accepted && !strange.Contains(answer.Line)), answers.Count(answer => !answer.Accepted && !strange.Contains(answer.Line)),
            [.. faults.Concat(unknown).OrderBy(fault => fault.Line)], keep);
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

    private static DateTimeOffset At(string batch) => DateTime.TryParseExact(batch.AsSpan(0, Math.Min(batch.Length, Moment.Length)), Moment, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
        ? new(at, ShanghaiDay.Offset) : default;

    private static string Day(long at) => DateTimeOffset.FromUnixTimeMilliseconds(at).ToOffset(ShanghaiDay.Offset).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
