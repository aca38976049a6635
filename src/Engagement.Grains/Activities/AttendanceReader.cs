using Engagement.Contracts;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Activities;

/// <summary>Plain reads of settlements, for pages.</summary>
public sealed class AttendanceReader(StoreConnection store, Cell cell)
{
    private const int AtOnce = 1_000;

    /// <summary>Messages of a settlement that no volunteer's record has taken yet. 0 once every hour is recorded.</summary>
    /// <param name="activity">The settled activity.</param>
    /// <param name="rows">What it attests.</param>
    public async Task<int> Waiting(ActivityId activity, IEnumerable<SheetRow> rows)
    {
        var waiting = 0;
        foreach (var chunk in rows.Chunk(AtOnce))
        {
            var scores = await store.Database.SortedSetScoresAsync(cell.Key(RoseEffects.Agenda),
                [.. chunk.Select(row => (StackExchange.Redis.RedisValue)AttendanceEffects.Hours(row.Volunteer, activity, row.Shift))]);
            waiting += scores.Count(score => score is not null);
        }

        return waiting;
    }
}
