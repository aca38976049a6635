using Engagement.Grains.Campaigns;
using Engagement.Grains.Participants;
using Engagement.Grains.Publications;
using Engagement.Grains.Records;
using Engagement.Grains.Storage;

namespace Engagement.Web.Records;

/// <summary>A person's civic record and objections for their export. The entries are their acts, which are exported with everything else.</summary>
public sealed class RecordExport(RecordReader records, PublicationReader publications, CellKeys keys)
{
    private const int Periods = 200;

    /// <summary>All of it.</summary>
    public async Task<ExportRecord> Of(ParticipantState person)
    {
        var record = await records.Read(person.Id);
        var over = await publications.Over(Periods);
        return new(record.ConsentAt == 0 ? null : Moment(record.ConsentAt), [.. (record.Removed ?? []).Select(act => act.ToString())],
            [.. (record.Shares ?? []).Select(share => new ExportShare(Moment(share.At), Moment(share.Until)))],
            [.. (record.Requests ?? []).Select(request => new ExportCorrection(Moment(request.At), request.Act.ToString(), request.Fault.ToString(), Open(request.Note, person), request.State.ToString(), request.Answer))],
            [.. over.SelectMany(state => (state.Objections ?? []).Where(objection => objection.By == person.Id).Select(objection => new ExportObjection(
                state.Period, Moment(objection.At), objection.Board, objection.Member, objection.Ground.ToString(), Open(objection.Note, person), objection.State.ToString(), objection.Answer)))],
            person.OnCourierBoard, person.OnHoursBoard);
    }

    private string? Open(byte[]? note, ParticipantState person) => note is null ? null : keys.Open(note, person.Salt);

    private static DateTimeOffset Moment(long at) => DateTimeOffset.FromUnixTimeMilliseconds(at).ToOffset(ShanghaiDay.Offset);
}

/// <summary>What a person chose about their civic record, and what they objected to on boards.</summary>
public sealed record ExportRecord(
    DateTimeOffset? ConsentAt, IReadOnlyList<string> TakenOut, IReadOnlyList<ExportShare> Links, IReadOnlyList<ExportCorrection> Corrections,
    IReadOnlyList<ExportObjection> Objections, bool OnCourierBoard, bool OnHoursBoard);

/// <summary>A link that shows the record.</summary>
public sealed record ExportShare(DateTimeOffset At, DateTimeOffset Until);

/// <summary>A request for correction.</summary>
public sealed record ExportCorrection(DateTimeOffset At, string Act, string Fault, string? Note, string State, string Answer);

/// <summary>An objection to a frozen board.</summary>
public sealed record ExportObjection(string Period, DateTimeOffset At, string Board, string Unit, string Ground, string? Note, string State, string Answer);
