using Engagement.Grains.Campaigns;

namespace Engagement.Local;

/// <summary>A clock ahead of the real one, moved forward only; how far is kept with the city.</summary>
internal sealed class TestClock(DataFolder folder) : ICampaignClock
{
    private readonly Lock _gate = new();
    private TimeSpan _ahead = TimeSpan.FromSeconds(folder.Read().ClockAhead);

    /// <inheritdoc/>
    public DateTimeOffset UtcNow
    {
        get
        {
            lock (_gate)
            {
                return DateTimeOffset.UtcNow + _ahead;
            }
        }
    }

    /// <summary>Moves the clock; noted on disk before anybody sees it.</summary>
    public DateTimeOffset Advance(TimeSpan by)
    {
        lock (_gate)
        {
            var ahead = _ahead + by;
            folder.Write(folder.Read() with { ClockAhead = ahead.TotalSeconds });
            _ahead = ahead;
            return DateTimeOffset.UtcNow + ahead;
        }
    }
}
