using Engagement.Contracts;
using Engagement.Grains.Storage;
using StackExchange.Redis;

namespace Engagement.Grains.Publications;

/// <summary>Plain reads of publications and their bodies.</summary>
public sealed class PublicationReader(StoreConnection store, RecordFormat format, Cell cell)
{
    private const int Answers = 20;

    /// <summary>The record; null before the period began.</summary>
    public async Task<PublicationState?> Read(PublicationPeriod period)
    {
        byte[]? record = await store.Database.StringGetAsync(cell.Record(PublicationState.Kind, period.ToString()));
        return record is null ? null : format.Read<PublicationState>(record);
    }

    /// <summary>Periods that are over, newest first.</summary>
    public async Task<IReadOnlyList<PublicationState>> Over(int take)
    {
        var names = await store.Database.SortedSetRangeByRankAsync(cell.Key(PublicationState.Over), 0, take - 1, Order.Descending);
        return names.Length == 0 ? [] : await Load([.. names.Select(name => name.ToString())]);
    }

    /// <summary>Publications in which an objection of this person was answered lately, newest first.</summary>
    public async Task<IReadOnlyList<PublicationState>> AnsweredTo(ParticipantId person)
    {
        var entries = await store.Database.SortedSetRangeByRankAsync(cell.Key(PublicationState.AnsweredTo(person)), 0, Answers - 1, Order.Descending);
        var periods = entries.Select(entry => ((string)entry!).Split(' ')[0]).Distinct();
        return entries.Length == 0 ? [] : await Load([.. periods]);
    }

    /// <summary>The body of an edition.</summary>
    /// <exception cref="InvalidDataException">It is gone, or its bytes are not those that were hashed.</exception>
    public async Task<byte[]> Body(string period, Edition edition)
    {
        byte[]? record = await store.Database.StringGetAsync(cell.Record(EditionState.Kind, EditionState.IdOf(period, edition.Body)));
        var body = record is null ? throw new InvalidDataException($"The body of {period}.{edition.Body} is gone.") : format.Read<EditionState>(record).Body;
        return SnapshotFormat.Hash(body) == edition.Hash ? body : throw new InvalidDataException($"The body of {period}.{edition.Body} is not what was hashed.");
    }

    private async Task<IReadOnlyList<PublicationState>> Load(IReadOnlyList<string> periods)
    {
        var records = await store.Database.StringGetAsync([.. periods.Select(period => cell.Record(PublicationState.Kind, period))]);
        return [.. records.Where(record => !record.IsNull).Select(record => format.Read<PublicationState>((byte[])record!))];
    }
}
