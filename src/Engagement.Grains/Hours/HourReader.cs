using Engagement.Contracts;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;
using Engagement.Grains.Volunteers;
using StackExchange.Redis;

namespace Engagement.Grains.Hours;

/// <summary>Plain reads of hours: entries by id, a volunteer's newest first, all around an instant.</summary>
public sealed class HourReader(StoreConnection store, RecordFormat format, Cell cell)
{
    private const int Page = 200;

    /// <summary>The entry; null when there is none.</summary>
    public async Task<ServiceRecord?> Read(ServiceRecordId entry)
    {
        byte[]? record = await store.Database.StringGetAsync(cell.Record(ServiceState.Kind, entry.ToString()));
        return record is null ? null : format.Read<ServiceState>(record).Entry;
    }

    /// <summary>The volunteer's record; null when there is none.</summary>
    public async Task<VolunteerState?> Volunteer(ParticipantId volunteer)
    {
        byte[]? record = await store.Database.StringGetAsync(cell.Record(VolunteerState.Kind, volunteer.ToString()));
        return record is null ? null : format.Read<VolunteerState>(record);
    }

    /// <summary>A volunteer's entries, newest first. Locked ones too: who shows them asks <see cref="Volunteer"/> before.</summary>
    public Task<IReadOnlyList<ServiceRecord>> Of(ParticipantId volunteer, int skip, int take) =>
        Load(store.Database.SortedSetRangeByRankAsync(cell.Key(HourEffects.Of(volunteer)), skip, skip + take - 1, Order.Descending));

    /// <summary>All of a volunteer's entries, oldest first.</summary>
    public async Task<IReadOnlyList<ServiceRecord>> All(ParticipantId volunteer)
    {
        var entries = new List<ServiceRecord>();
        IReadOnlyList<ServiceRecord> page;
        do
        {
            page = await Of(volunteer, entries.Count, Page);
            entries.AddRange(page);
        }
        while (page.Count == Page);
        entries.Reverse();
        return entries;
    }

    /// <summary>A volunteer's entries whose service began between two instants (Unix milliseconds), with their offsets and decisions, in the order of their numbers.</summary>
    public async Task<IReadOnlyList<ServiceRecord>> Between(ParticipantId volunteer, long from, long to) =>
        [.. (await Load(store.Database.SortedSetRangeByScoreAsync(cell.Key(HourEffects.When(volunteer)), from, to))).OrderBy(entry => entry.Number)];

    /// <summary>Whether a message to a volunteer's ledger is still on its way.</summary>
    public async Task<bool> Waits(string message) => await store.Database.SortedSetScoreAsync(cell.Key(RoseEffects.Agenda), message) is not null;

    /// <summary>Entries that wait for the reviewers of these districts (null for those without one), longest waiting first.</summary>
    public async Task<IReadOnlyList<ServiceRecord>> Held(IEnumerable<string?> districts) =>
        [.. (await Task.WhenAll(districts.Select(district => Load(store.Database.SortedSetRangeByRankAsync(cell.Key(HourEffects.Held(district)), 0, Page - 1)))))
            .SelectMany(page => page).OrderBy(entry => entry.RecordedAt)];

    /// <summary>How many volunteers asked an activity's organisers to settle it.</summary>
    public Task<long> Nudges(ActivityId activity) => store.Database.SortedSetLengthAsync(cell.Key(HourEffects.Nudges(activity)));

    /// <summary>An organisation's entries in the order in which they were recorded, offsets and decisions among them.</summary>
    public Task<IReadOnlyList<ServiceRecord>> Recorded(string organisation, int skip, int take) =>
        Load(store.Database.SortedSetRangeByRankAsync(cell.Key(HourEffects.Recorded(organisation)), skip, skip + take - 1));

    /// <summary>An organisation's minutes.</summary>
    public async Task<OrganisationHours> Of(string organisation)
    {
        var minutes = await store.Database.HashGetAsync(cell.Key(HourEffects.By(organisation)), ["credit", "honour"]);
        return new((long)minutes[0], (long)minutes[1]);
    }

    internal async Task<IReadOnlyList<ServiceRecord>> Load(Task<RedisValue[]> members)
    {
        var entries = await Task.WhenAll((await members).Select(member => Read(new ServiceRecordId(OpaqueId.FromBytes((byte[])member!)))));
        return [.. entries.OfType<ServiceRecord>()];
    }
}
