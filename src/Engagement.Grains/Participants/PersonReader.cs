using Engagement.Contracts;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Participants;

/// <summary>Plain reads of whole records: for the person's own export, and for operators who decide about one.</summary>
public sealed class PersonReader(StoreConnection store, RecordFormat format, Cell cell, CellKeys keys)
{
    /// <summary>The record; null when there is none.</summary>
    public async Task<ParticipantState?> Read(ParticipantId person)
    {
        byte[]? record = await store.Database.StringGetAsync(cell.Record(ParticipantState.Kind, person.ToString()));
        return record is null ? null : format.Read<ParticipantState>(record);
    }

    /// <summary>The name as the person wrote it, passed or not; null for none.</summary>
    public string? WrittenName(ParticipantState person) => person.Name is { } name ? keys.Open(name, person.Salt) : null;
}
