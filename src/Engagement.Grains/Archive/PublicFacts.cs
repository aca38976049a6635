using Engagement.Grains.Campaigns;
using Engagement.Grains.Rankings;
using Engagement.Grains.Recounting;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;
using StackExchange.Redis;

namespace Engagement.Grains.Archive;

/// <summary>What everybody may know, gathered from the records: no person, no words, no time but the day.</summary>
internal sealed class PublicFacts(StoreConnection store, RecordFormat format, Cell cell, CellKeys keys, DaySpool days)
{
    /// <summary>A unit with fewer people on a day is not told apart from others like it (docs/decisions/0031).</summary>
    public const int Fewest = 5;

    /// <summary>Name under which such units are told together.</summary>
    public const string Few = "few";

    private const int Page = 500;

    private readonly Dictionary<PublicCount, HashSet<Guid>> _people = [];

    private static readonly string[] Stored = [Boards.Acts, Boards.Hours, Boards.HoursByDistrict];

    private readonly IDatabase _redis = store.Database;

    /// <summary>Births and takings of each day.</summary>
    public DaySpool Days => days;

    /// <summary>Lines of takings that no longer count, with the day of the taking.</summary>
    public List<(int Day, string Line)> Voided { get; } = [];

    /// <summary>What every unit has on every day's board.</summary>
    public Dictionary<PublicCount, long> Counts { get; } = [];

    /// <summary>Roses that were read.</summary>
    public long Roses { get; private set; }

    /// <summary>Births, and takings that count, of all days.</summary>
    public (long Sent, long Claimed) Totals { get; private set; }

    /// <summary>Reads all of it.</summary>
    /// <param name="progress">Told after every page.</param>
    public async Task GatherAsync(Action<long> progress)
    {
        var seen = new HashSet<Guid>();
        var prefix = (string)cell.Record(RoseState.Kind, "")!;
        var page = new List<RedisKey>(Page);
        foreach (var server in store.Primaries)
        {
            await foreach (var key in server.KeysAsync(pattern: prefix + "*", pageSize: Page))
            {
                page.Add(key);
                if (page.Count == Page)
                {
                    await TakeAsync(page, seen);
                    progress(Roses);
                }
            }

            await BoardsAsync(server);
        }

        await TakeAsync(page, seen);
        foreach (var (of, people) in _people.Where(one => one.Key.Board != Boards.District && one.Value.Count < Fewest))
        {
            Merge(of);
        }
    }

    private async Task TakeAsync(List<RedisKey> page, HashSet<Guid> seen)
    {
        var roses = (await Task.WhenAll(page.Select(key => _redis.StringGetAsync(key)))).Where(record => !record.IsNull)
            .Select(record => format.Read<RoseState>((byte[])record!)).Where(rose => !rose.IsFree && seen.Add(rose.Id.Value)).ToArray(); // a scan may show one twice
        page.Clear();
        await Task.WhenAll(roses.Where(rose => rose.Hops > 1).Select(async rose =>
            rose.Older = [.. (await _redis.ListRangeAsync(cell.Key(RoseEffects.Hops(rose.Id)))).Select(item => format.ReadItem<Hop>((byte[])item!))]));
        var open = roses.SelectMany(rose => rose.AllHops.Where(hop => hop.Counted == Counted.Unknown).Select(hop => (rose, hop))).ToArray();
        var owners = await Task.WhenAll(open.Select(one => _redis.HashGetAsync(cell.Key(one.hop.PairGuard), one.hop.PairMember)));
        var owned = open.Zip(owners).Where(pair => pair.Second == pair.First.hop.Owner(pair.First.rose.Id)).Select(pair => pair.First.hop).ToHashSet();
        foreach (var rose in roses)
        {
            Add(rose, owned);
        }
    }

    private void Add(RoseState rose, HashSet<Hop> owned)
    {
        var name = keys.PublicRose(rose.Id);
        Roses++;
        days.Sent(rose.BornDay, PublicRow.Sent(name));
        var claimed = 0;
        foreach (var hop in rose.AllHops)
        {
            var counted = hop.Counted == Counted.Yes || hop.Counted == Counted.Unknown && owned.Contains(hop);
            days.Claimed(hop.Day, PublicRow.Claimed(name, hop.Number, hop.Letter.Reason, hop.Giver.District, counted));
            if (rose.Status == RoseStatus.Voided && hop.Number > rose.Hops - rose.Negated)
            {
                Voided.Add((hop.Day, PublicRow.Voided(name, hop.Number)));
                continue;
            }

            claimed++;
            if (counted)
            {
                Count(Boards.District, hop, hop.Giver.District);
                Count(Boards.Community, hop, hop.Giver.Community);
                Count(Boards.Organisation, hop, hop.Giver.Organisation);
                Count(Boards.Company, hop, hop.Giver.Company);
            }
        }

        Totals = (Totals.Sent + 1, Totals.Claimed + claimed);
    }

    // Acts and hours are told by unit and day alone, as the boards have them.
    private async Task BoardsAsync(IServer server)
    {
        foreach (var board in Stored)
        {
            await foreach (var key in server.KeysAsync(pattern: (string)cell.Key($"board:{board}:d*")!, pageSize: Page))
            {
                var day = int.Parse(((string)key!)[^8..], System.Globalization.CultureInfo.InvariantCulture);
                foreach (var entry in await _redis.SortedSetRangeByRankWithScoresAsync(key))
                {
                    var of = new PublicCount(board, day, (string)entry.Element!);
                    Counts[of] = Score.Unpack(entry.Score).Count;
                    // Whose acts they are no board of units tells: few acts are by few.
                    var people = board == Boards.Acts ? Counts[of] : await _redis.SortedSetLengthAsync(cell.Key(Boards.Day(Boards.Volunteers(board, of.Unit), day)));
                    if (people < Fewest)
                    {
                        Merge(of);
                    }
                }
            }
        }
    }

    private void Count(string board, Hop hop, string? unit)
    {
        if (unit is not null)
        {
            var of = new PublicCount(board, hop.Day, unit);
            Counts[of] = Counts.GetValueOrDefault(of) + 1;
            var people = _people.TryGetValue(of, out var known) ? known : _people[of] = [];
            if (people.Count < Fewest)
            {
                people.Add(hop.From.Value);
            }
        }
    }

    private void Merge(PublicCount of)
    {
        Counts.Remove(of, out var count);
        var few = of with { Unit = Few };
        Counts[few] = Counts.GetValueOrDefault(few) + count;
    }}
