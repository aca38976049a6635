using Engagement.Grains.Campaigns;
using Microsoft.Extensions.Options;

namespace Engagement.Grains.Notices;

/// <summary>When notices go out: quiet hours and turns, by the campaign's clock in Shanghai. Pure.</summary>
public sealed class NoticeTimes(IOptions<NoticeOptions> options)
{
    private readonly NoticeOptions _options = options.Value;

    /// <summary>Whether anything can be sent by WeChat at all.</summary>
    public bool Enabled => _options.Templates.Count > 0;

    /// <summary>Whether nothing may be sent now.</summary>
    public bool IsQuiet(DateTimeOffset now) => _options.IsQuiet(TimeOnly.FromTimeSpan(Local(now).TimeOfDay));

    /// <summary>Until when a courier who may be riding now is left alone; null when they need not be (CA-08).</summary>
    public DateTimeOffset? RidingUntil(DateTimeOffset now)
    {
        var (day, time) = (Local(now).Date, TimeOnly.FromTimeSpan(Local(now).TimeOfDay));
        var span = _options.Riding.FirstOrDefault(span => time >= span.From && time < span.Until);
        return span is null ? null : new DateTimeOffset(day + span.Until.ToTimeSpan(), ShanghaiDay.Offset);
    }

    /// <summary>The instant at which the current turn began: a person gets one message a turn.</summary>
    public DateTimeOffset TurnOf(DateTimeOffset now) => Around(now).Last(turn => turn <= now);

    /// <summary>The instant at which the next turn begins, never in quiet hours.</summary>
    public DateTimeOffset Next(DateTimeOffset now) => Around(now).First(turn => turn > now);

    /// <summary>
    /// Unix milliseconds at which a person's notices are to be looked at when something happens now: within this minute, unless it is
    /// night, or they <paramref name="rest"/> because of an earlier message of this turn. A whole minute, so that what happens
    /// together becomes one entry, whoever writes it.
    /// </summary>
    public long Wake(DateTimeOffset now, DateTimeOffset rest)
    {
        var at = IsQuiet(now) || !_options.FirstAtOnce || now < rest ? Next(now) : now;
        return at.ToUnixTimeSeconds() / 60 * 60_000;
    }

    private static DateTimeOffset Local(DateTimeOffset now) => now.ToOffset(ShanghaiDay.Offset);

    // Yesterday's to tomorrow's, earliest first.
    private IEnumerable<DateTimeOffset> Around(DateTimeOffset now)
    {
        var today = Local(now).Date;
        return Enumerable.Range(-1, 3).SelectMany(day => _options.Turns.Select(time => new DateTimeOffset(today.AddDays(day) + time.ToTimeSpan(), ShanghaiDay.Offset)));
    }
}
