using Engagement.Contracts;

namespace Engagement.Grains.Hours;

/// <summary>Totals are sums of entries, at any past instant too: every entry says what it adds.</summary>
public static class HourSums
{
    /// <summary>Totals with one entry more.</summary>
    public static HourTotals Plus(HourTotals totals, ServiceRecord entry) => new(
        totals.Credit + (entry is { Imported: false, Class: HourClass.Credit } ? entry.Minutes : 0),
        totals.Honour + (entry is { Imported: false, Class: HourClass.Honour } ? entry.Minutes : 0),
        totals.Imported + (entry.Imported ? entry.Minutes : 0),
        totals.Held + entry.Pending,
        totals.Entries + 1);

    /// <summary>Totals of these entries.</summary>
    public static HourTotals Of(IEnumerable<ServiceRecord> entries) => entries.Aggregate(new HourTotals(), Plus);
}
