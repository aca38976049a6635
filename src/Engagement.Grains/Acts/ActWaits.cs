using System.Globalization;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Storage;
using StackExchange.Redis;

namespace Engagement.Grains.Acts;

/// <summary>How long couriers wait for a reviewer's first decision.</summary>
/// <param name="Decided">First decisions in the weeks that were looked at.</param>
/// <param name="Hours">Half of them came within so many hours; null when there were too few to say.</param>
public sealed record ActWait(long Decided, int? Hours);

/// <summary>
/// The public waiting time (CA-04): the median of this week and the three before it, from the counter <c>act-waits</c>, which follows from
/// the acts' records. At most a minute old.
/// </summary>
public sealed class ActWaits(StoreConnection store, Cell cell, ActSettings settings)
{
    private const int Weeks = 4;

    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    private volatile Tuple<DateTimeOffset, ActWait>? _latest;

    /// <summary>As it stands.</summary>
    public async Task<ActWait> Now()
    {
        var now = settings.Clock.UtcNow;
        if (_latest is { } latest && now >= latest.Item1 && now < latest.Item1 + Fresh)
        {
            return latest.Item2;
        }

        var fields = await store.Database.HashGetAllAsync(cell.Key(ActEffects.Waits));
        var wait = Of(fields.Select(field => ((string)field.Name!, (long)field.Value)), ShanghaiDay.Of(now), settings.Options.LeastDecisions);
        _latest = Tuple.Create(now, wait);
        return wait;
    }

    /// <summary>The median of the counter's fields, like <c>20261123:5</c> with how many acts waited for five hours. Pure.</summary>
    /// <param name="fields">All of them.</param>
    /// <param name="today">Shanghai day.</param>
    /// <param name="least">With fewer decisions nothing is said.</param>
    public static ActWait Of(IEnumerable<(string Field, long Acts)> fields, int today, int least)
    {
        var from = ShanghaiDay.WeekOf(ShanghaiDay.Of(ShanghaiDay.End(today).AddDays(-1 - 7 * (Weeks - 1))));
        var waits = fields.Select(field => (Parts: field.Field.Split(':'), field.Acts))
            .Select(field => (Week: Number(field.Parts[0]), Hours: Number(field.Parts[1]), field.Acts))
            .Where(field => field.Week >= from && field.Week <= today && field.Acts > 0).OrderBy(field => field.Hours).ToArray();
        var decided = waits.Sum(field => field.Acts);
        if (decided < least)
        {
            return new(decided, null);
        }

        var before = 0L;
        return new(decided, waits.First(field => (before += field.Acts) * 2 >= decided).Hours);
    }

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);
}
