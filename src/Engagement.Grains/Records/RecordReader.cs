using Engagement.Contracts;
using Engagement.Grains.Acts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Participants;
using Engagement.Grains.Storage;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace Engagement.Grains.Records;

/// <summary>An entry of a record, with what the person did about it.</summary>
public sealed record RecordEntry(CivicActState Act, ActKind Kind, bool Hidden);

/// <summary>A request for correction that waits for an operator.</summary>
public sealed record WaitingRequest(ParticipantId Person, RecordRequest Request, CivicActState? Act, string? Note);

/// <summary>Plain reads of civic-behaviour records.</summary>
public sealed class RecordReader(
    StoreConnection store, RecordFormat format, Cell cell, CellKeys keys, ActReader acts, PersonReader persons, SeededCatalogue catalogue, ICampaignClock clock, IOptions<RecordOptions> options)
{
    /// <summary>Acts of one person that are looked at, the newest.</summary>
    public const int Most = 1_000;

    /// <summary>The person's choices; empty ones for somebody who made none.</summary>
    public async Task<CivicRecordState> Read(ParticipantId person)
    {
        byte[]? record = await store.Database.StringGetAsync(cell.Record(CivicRecordState.Kind, person.ToString()));
        return record is null ? new() { Id = person } : format.Read<CivicRecordState>(record);
    }

    /// <summary>What may stand in the record, newest first, hidden ones too: for the person alone.</summary>
    public async Task<IReadOnlyList<RecordEntry>> Own(CivicRecordState record)
    {
        var kinds = catalogue.Reference.Acts.ToDictionary(kind => kind.Id);
        return [.. (await acts.Of(record.Id, 0, Most))
            .Where(act => RecordRules.Enters(act, kinds.GetValueOrDefault(act.What), (EvidenceLevel)options.Value.Level) && record.Removed?.Contains(act.Id) != true)
            .Select(act => new RecordEntry(act, kinds[act.What], act.Hidden))];
    }

    /// <summary>What others are shown: nothing without consent, nothing hidden or taken out.</summary>
    public async Task<IReadOnlyList<RecordEntry>> Shown(CivicRecordState record) =>
        [.. (await Own(record)).Where(entry => RecordRules.Shows(entry.Act, entry.Kind, (EvidenceLevel)options.Value.Level, record))];

    /// <summary>Whose record a link shows, and until when; null for a link that is unknown, wrong, ended or over, and for a closed account: one answer.</summary>
    public async Task<(CivicRecordState Record, RecordShare Share)?> Find(string? share, string? secret)
    {
        if (!OpaqueId.TryParse(share, out var id))
        {
            return null;
        }

        var found = await store.Database.SortedSetRangeByValueAsync(cell.Key(RecordEffects.Shares), share + " ", share + "!", take: 1);
        if (found.Length == 0 || !ParticipantId.TryParse(((string)found[0]!).Split(' ')[1], out var person))
        {
            return null;
        }

        var record = await Read(person);
        return record is { ConsentAt: > 0 } && record.Shares?.Find(made => made.Id == id) is { } open && RecordRules.IsOpen(open, clock.UtcNow)
            && keys.IsLinkSecret(id, open.Number, secret) && await persons.Read(person) is { IsOpen: true } ? (record, open) : null;
    }

    /// <summary>Requests that wait for an operator, oldest first.</summary>
    public async Task<IReadOnlyList<WaitingRequest>> Waiting(int take)
    {
        var members = await store.Database.SortedSetRangeByRankAsync(cell.Key(RecordEffects.Requests), 0, take - 1);
        var found = await Task.WhenAll(members.Select(async member =>
        {
            var parts = ((string)member!).Split(' ');
            if (!ParticipantId.TryParse(parts[0], out var person) || (await Read(person)).Requests?.Find(request => request.Number.ToString() == parts[1]) is not { } request)
            {
                return null;
            }

            var note = request.Note is { } box && await persons.Read(person) is { IsOpen: true } owner ? keys.Open(box, owner.Salt) : null;
            return new WaitingRequest(person, request, await acts.Read(request.Act), note);
        }));
        return [.. found.OfType<WaitingRequest>()];
    }
}
