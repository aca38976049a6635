using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Hours;
using Microsoft.Extensions.Options;

namespace Engagement.Grains.Stars;

/// <summary>Levels, clock and calendar of stars.</summary>
public sealed class StarSettings(HourSettings hours, WorkingCalendar calendar, IOptions<StarOptions> options)
{
    /// <summary>What a city asks for.</summary>
    public StarOptions Options => options.Value;

    /// <summary>The clock.</summary>
    public ICampaignClock Clock => hours.Clock;

    /// <summary>When a notice that begins now ends: the end of a working day. Null when a year on the way has no published calendar.</summary>
    public DateTimeOffset? NoticeEnds(DateTimeOffset now) => calendar.After(now, Options.NoticeDays);

    /// <summary>Minutes that count for stars.</summary>
    public int Counted(HourTotals totals) => totals.Credit + (Options.Honour ? totals.Honour : 0) + (Options.Imported ? totals.Imported : 0);

    internal HourMoment At(DateTimeOffset now) => hours.At(now);
}
