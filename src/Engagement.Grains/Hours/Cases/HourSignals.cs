using Engagement.Contracts;
using Engagement.Grains.Campaigns;

namespace Engagement.Grains.Hours.Cases;

/// <summary>Something that was met in hours, before anybody was told.</summary>
/// <param name="Signal">What.</param>
/// <param name="Measured">Minutes, percent or entries.</param>
/// <param name="Period">Shanghai day, or month like 202611; 0 for none.</param>
/// <param name="EnteredBy">Who entered the hours; none when it is not about that.</param>
internal readonly record struct MetSignal(HoursSignal Signal, int Measured, int Period = 0, ParticipantId EnteredBy = default);

/// <summary>When somebody looks at hours (VH-22). Pure: each asks a question about numbers and says nothing about people.</summary>
internal static class HourSignals
{
    /// <summary>Hours of the night in Shanghai, from midnight on.</summary>
    public const int NightHours = 5;

    private const int Percent = 100;

    /// <summary>What a service means beside the volunteer's other ones.</summary>
    public static IEnumerable<MetSignal> Of(HourDraft draft, HourBook book, HourOptions options)
    {
        var presence = HourCredit.Presence(draft.Proof);
        var others = book.Others(draft.Id).ToArray();
        var day = Day(presence.From);
        foreach (var (date, minutes) in Attempted([presence, .. others.Select(line => line.Presence)]))
        {
            if (minutes > options.PerDay && (date == day || date == Day(presence.To - 1)))
            {
                yield return new(HoursSignal.LongDay, minutes, date);
            }
        }

        if (draft.District is not null
            && others.Any(line => line.Root.District is { } there && there != draft.District && line.Presence.Meets(presence) && line.Full + line.Pending > 0))
        {
            yield return new(HoursSignal.TwoPlaces, presence.Minutes, day);
        }
    }

    /// <summary>What an activity's entries mean together.</summary>
    /// <param name="created">Unix milliseconds at which the activity was written.</param>
    /// <param name="ends">Unix milliseconds at which its shifts ended.</param>
    /// <param name="seconds">Check-in and length of each entry, as <see cref="HourEffects.Seconds"/> has them.</param>
    /// <param name="options">Limits.</param>
    public static IEnumerable<MetSignal> OfActivity(long created, IEnumerable<long> ends, IEnumerable<long> seconds, HourOptions options)
    {
        var late = ends.Count(end => end < created);
        if (late > 0)
        {
            yield return new(HoursSignal.LateCreated, late);
        }

        var same = seconds.CountBy(instant => instant).Select(group => group.Value).DefaultIfEmpty().Max();
        if (same >= options.SameSeconds)
        {
            yield return new(HoursSignal.SameSeconds, same);
        }
    }

    /// <summary>What an organisation's minutes mean together.</summary>
    /// <param name="credit">Its minutes by check-in and check-out.</param>
    /// <param name="honour">Its minutes by make-up.</param>
    /// <param name="byHand">Minutes that each person entered by hand.</param>
    /// <param name="month">Month, like 202611.</param>
    /// <param name="options">Limits.</param>
    public static IEnumerable<MetSignal> OfOrganisation(long credit, long honour, IEnumerable<KeyValuePair<ParticipantId, long>> byHand, int month, HourOptions options)
    {
        var all = credit + honour;
        if (all < options.ShareFrom || all == 0)
        {
            yield break;
        }

        if (honour * Percent > all * options.MakeUpPercent)
        {
            yield return new(HoursSignal.MakeUpShare, (int)(honour * Percent / all), month);
        }

        foreach (var (who, minutes) in byHand)
        {
            if (minutes * Percent > all * options.AdminPercent)
            {
                yield return new(HoursSignal.OneAdmin, (int)(minutes * Percent / all), month, who);
            }
        }
    }

    /// <summary>Who entered how much by hand within an hour of the night.</summary>
    public static IEnumerable<MetSignal> OfNights(IEnumerable<(ParticipantId By, long At)> entered, HourOptions options)
    {
        var hour = TimeSpan.FromHours(1).TotalMilliseconds;
        foreach (var person in entered.Where(entry => IsNight(entry.At)).GroupBy(entry => entry.By))
        {
            var instants = person.Select(entry => entry.At).Order().ToArray();
            var most = instants.Index().MaxBy(first => Burst(instants, first.Index, hour));
            if (Burst(instants, most.Index, hour) is var count && count >= options.NightEntries)
            {
                yield return new(HoursSignal.NightBurst, count, Day(most.Item), person.Key);
            }
        }
    }

    private static int Burst(long[] instants, int first, double hour) => instants.Skip(first).TakeWhile(at => at - instants[first] < hour).Count();

    private static bool IsNight(long at) => DateTimeOffset.FromUnixTimeMilliseconds(at).ToOffset(ShanghaiDay.Offset).Hour < NightHours;

    // Minutes of presence by day, whatever of them counts.
    private static Dictionary<int, int> Attempted(IEnumerable<HourSpan> presences)
    {
        var days = new Dictionary<int, int>();
        foreach (var presence in presences)
        {
            for (var at = presence.From; at < presence.To;)
            {
                var end = Math.Min(presence.To, ShanghaiDay.End(Day(at)).ToUnixTimeMilliseconds());
                days[Day(at)] = days.GetValueOrDefault(Day(at)) + new HourSpan(at, end).Minutes;
                at = end;
            }
        }

        return days;
    }

    private static int Day(long instant) => ShanghaiDay.Of(DateTimeOffset.FromUnixTimeMilliseconds(instant));
}
