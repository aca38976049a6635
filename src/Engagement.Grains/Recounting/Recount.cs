using Engagement.Grains.Bouquets;
using Engagement.Grains.Paper;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Couriers;
using Engagement.Grains.Participants;
using Engagement.Grains.Hours;
using Engagement.Grains.Roses;
using Engagement.Grains.Stations;
using Engagement.Grains.Storage;
using Engagement.Grains.Volunteers;
using Microsoft.Extensions.DependencyInjection;
using StackExchange.Redis;

namespace Engagement.Grains.Recounting;

/// <summary>
/// Reads all records of the cell, adds up what they stand for and compares it with every counter, board, index, guard
/// and agenda entry that is stored (design.md §3.1). Needs no silo: only the ledger's services and a serializer.
/// </summary>
public sealed class Recount
{
    private const int Attempts = 5;

    private readonly CellReader _cell;
    private readonly RecordFormat _format;
    private readonly IndexSums _sums;
    private readonly bool _inDetail;
    private readonly Guards _guards;
    private readonly Expected _expected;
    private readonly Conservation _conservation;
    private readonly HourLedgers _hours = new();
    private readonly List<Difference> _differences = [];
    private readonly SortedDictionary<string, long> _records = [];

    // The first look sums indexes up; the second one, after it, looks at every entry of those that were not equal.
    private Recount(IServiceProvider services, CellReader cell, Recount? first = null)
    {
        var settings = services.GetRequiredService<CampaignSettings>();
        (_cell, _format) = (cell, services.GetRequiredService<RecordFormat>());
        _guards = new(settings.Roses.ReceiptsPerDay);
        (_sums, _inDetail) = (first?._sums ?? new(), first is not null);
        _expected = _inDetail ? new(_guards, only: _sums.IsUnequal) : new(_guards, _sums);
        _conservation = new(settings.Clock.UtcNow.ToUnixTimeMilliseconds(), settings.Roses.KeptHours);
    }

    /// <summary>Recounts the cell. When something is written meanwhile it begins again, a few times.</summary>
    public static async Task<RecountReport> RunAsync(IServiceProvider services)
    {
        var cell = new CellReader(services.GetRequiredService<StoreConnection>(), services.GetRequiredService<Cell>());
        for (var attempt = 1; ; attempt++)
        {
            var before = await cell.SequenceAsync();
            var recount = new Recount(services, cell);
            var entries = await recount.CompareAsync();
            if (recount._sums.AnyUnequal && await cell.SequenceAsync() == before)
            {
                recount = new(services, cell, recount);
                entries = await recount.CompareAsync();
            }

            var quiet = await cell.SequenceAsync() == before;
            if (quiet || attempt == Attempts)
            {
                return new(quiet, quiet ? [.. recount._differences.Order(Comparer<Difference>.Create(Compare))] : [],
                    recount._records, recount._conservation.Roses, entries) { Sequence = before };
            }
        }
    }

    private async Task<long> CompareAsync()
    {
        // Records and indexes are millions: their names are asked for again when it is their turn.
        var names = (await _cell.NamesAsync(static name => CellMap.RoleOf(name) is not (KeyRole.Record or KeyRole.Index)).ToArrayAsync()).ToLookup(CellMap.RoleOf);
        IAsyncEnumerable<string> Of(KeyRole role) => role is KeyRole.Record or KeyRole.Index ? _cell.NamesAsync(name => CellMap.RoleOf(name) == role) : names[role].ToAsyncEnumerable();

        _differences.AddRange(names[KeyRole.Unknown].Select(name => new Difference("key", name, "", "a key", "none: nothing explains it")));
        await _cell.ForEachAsync(Of(KeyRole.Guard), Typed(static (redis, key) => redis.HashGetAllAsync(key)), (name, entries) =>
        {
            foreach (var entry in entries ?? [])
            {
                _guards.Read(name, entry);
            }

            return Task.CompletedTask;
        });
        var parts = names[KeyRole.Parts].ToHashSet();
        await _cell.ForEachAsync(Of(KeyRole.Record), static (redis, key) => redis.StringGetAsync(key), (name, record) => AddAsync(name, record, parts));
        _differences.AddRange(parts.Select(name => new Difference("hop", name, "", "a list", "none: no rose with older hops")));

        var comparison = new Comparison(_differences);
        await _cell.ForEachAsync(Of(KeyRole.Agenda), Typed(static (redis, key) => redis.SortedSetRangeByRankWithScoresAsync(key)),
            (name, entries) => Done(() => CompareIndex(comparison, name, WithoutMessages(name, entries))));
        await _cell.ForEachAsync(Of(KeyRole.Counter), Typed(static (redis, key) => redis.HashGetAllAsync(key)),
            (name, entries) => Done(() => comparison.Counter(_expected.Counters, name, entries)));
        await _cell.ForEachAsync(Of(KeyRole.Board), Typed(static (redis, key) => redis.SortedSetRangeByRankWithScoresAsync(key)),
            (name, entries) => Done(() => comparison.Board(_expected.Boards, name, entries)));
        await _cell.ForEachAsync(Of(KeyRole.Index), Typed(static (redis, key) => redis.SortedSetRangeByRankWithScoresAsync(key)),
            (name, entries) => Done(() => CompareIndex(comparison, name, entries)));
        comparison.Missing(_expected);
        _differences.AddRange(_guards.Differences());
        _differences.AddRange(_conservation.Differences());
        _differences.AddRange(_hours.Differences());
        return comparison.Entries + _guards.Count;
    }

    private void CompareIndex(Comparison comparison, string name, SortedSetEntry[]? stored)
    {
        if (stored is null || _inDetail && _sums.IsUnequal(name))
        {
            comparison.Index(_expected.Indexes, name, stored);
            return;
        }

        comparison.Compared(stored.Length);
        if (!_inDetail)
        {
            _sums.Store(name, stored);
        }
    }

    private async Task AddAsync(string name, RedisValue record, HashSet<string> parts)
    {
        var kind = name[..name.IndexOf(':')];
        LedgerState state;
        try
        {
            state = RecordKinds.All[kind](_format, (byte[])record!);
        }
        catch (Exception e)
        {
            _differences.Add(new("record", name, "", $"unreadable: {e.GetType().Name}", "a record"));
            return;
        }

        _records[kind] = _records.GetValueOrDefault(kind) + 1;
        switch (state)
        {
            case RoseState rose:
                if (rose.Hops > 1 && parts.Remove(RoseEffects.Hops(rose.Id)))
                {
                    rose.Older = [.. (await _cell.ListAsync(RoseEffects.Hops(rose.Id))).Select(item => _format.ReadItem<Hop>((byte[])item!))];
                }

                _differences.AddRange(HopList.Check(rose, _guards));
                _conservation.Add(rose);
                break;
            case BouquetState bouquet:
                _conservation.Add(bouquet);
                break;
            case RoseBatchState batch:
                _conservation.Add(batch);
                break;
            case RosterState roster:
                _conservation.Add(roster);
                break;
            case ParticipantState person:
                _conservation.Add(person);
                break;
            case VolunteerState volunteer:
                _hours.Add(volunteer);
                break;
            case ServiceState service:
                _hours.Add(service.Entry);
                break;
            case StationState station:
                _conservation.Add(station);
                break;
        }

        _expected.Add(state);
    }

    private SortedSetEntry[]? WithoutMessages(string name, SortedSetEntry[]? entries)
    {
        foreach (var message in (entries ?? []).Select(entry => (string)entry.Element!).Where(Agenda.AgendaEntry.IsMessage))
        {
            if (_conservation.Add(message) is { } wrong)
            {
                _differences.Add(new("agenda", name, message, "a message", wrong));
            }
        }

        return entries?.Where(entry => !Agenda.AgendaEntry.IsMessage((string)entry.Element!)).ToArray();
    }

    // A key of another type is a difference, not the end of the recount.
    private static Func<IDatabase, RedisKey, Task<T?>> Typed<T>(Func<IDatabase, RedisKey, Task<T>> read) where T : class => async (redis, key) =>
    {
        try
        {
            return await read(redis, key);
        }
        catch (RedisServerException e) when (e.Message.StartsWith("WRONGTYPE", StringComparison.Ordinal))
        {
            return null;
        }
    };

    private static Task Done(Action compare)
    {
        compare();
        return Task.CompletedTask;
    }

    private static int Compare(Difference a, Difference b) =>
        string.CompareOrdinal($"{a.Kind} {a.Key} {a.Member}", $"{b.Kind} {b.Key} {b.Member}");
}
