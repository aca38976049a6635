using Engagement.Contracts;
using Engagement.Grains.Campaigns;

namespace Engagement.Grains.Hours;

/// <summary>
/// The arithmetic of hours (product.md VH-06): max(0, min(out, end) - max(in, start)) in whole minutes, at most so much an entry and so much a Shanghai day.
/// Pure; a client's duration is asked for nowhere.
/// </summary>
internal static class HourCredit
{
    private const long Minute = 60_000;

    /// <summary>
    /// When somebody was there, as far as the shift goes; empty without a check-out. By the minutes that a clock shows, so that what the entry
    /// tells of itself adds up: who comes at 9:15:37 and stays until 12:00 has 165 minutes, not 164.
    /// </summary>
    public static HourSpan Presence(ServiceProof proof)
    {
        var from = Math.Max(Shown(proof.In), proof.Start);
        var to = proof.Out >= proof.End ? proof.End : Shown(proof.Out);
        return new(from, proof.Out == 0 ? from : Math.Max(from, to));
    }

    private static long Shown(long at) => at - at % Minute;

    /// <summary>The minutes of <paramref name="presence"/> that count beside what counts already.</summary>
    public static IReadOnlyList<HourSpan> Count(HourSpan presence, IEnumerable<HourBook.Line> standing, HourOptions options)
    {
        var taken = standing.SelectMany(line => line.Spans).OrderBy(span => span.From).ToArray();
        var days = Days(taken);
        var counted = new List<HourSpan>();
        var left = options.PerRecord;
        foreach (var free in Free(presence, taken))
        {
            foreach (var part in ByDay(free))
            {
                var used = days.GetValueOrDefault(Day(part.From));
                var minutes = Math.Min(part.Minutes, Math.Min(left, options.PerDay - used));
                if (minutes > 0)
                {
                    counted.Add(new(part.From, part.From + minutes * Minute));
                    days[Day(part.From)] = used + minutes;
                    left -= minutes;
                }
            }
        }

        return counted;
    }

    /// <summary>Whether these minutes can count beside what counts already: none twice, and no day too long.</summary>
    public static bool Fits(IReadOnlyList<HourSpan> spans, IEnumerable<HourBook.Line> standing, HourOptions options)
    {
        var taken = standing.SelectMany(line => line.Spans).ToArray();
        return !spans.Any(span => taken.Any(span.Meets)) && Days(spans.Concat(taken)).Values.All(minutes => minutes <= options.PerDay);
    }

    // What is left of a span when others are cut out of it.
    private static IEnumerable<HourSpan> Free(HourSpan span, IEnumerable<HourSpan> taken)
    {
        var at = span.From;
        foreach (var other in taken)
        {
            if (other.From > at && at < span.To)
            {
                yield return new(at, Math.Min(other.From, span.To));
            }

            at = Math.Max(at, other.To);
        }

        if (at < span.To)
        {
            yield return new(at, span.To);
        }
    }

    // Whole minutes, each of the day on which it begins.
    private static IEnumerable<HourSpan> ByDay(HourSpan span)
    {
        for (var (at, left) = (span.From, span.Minutes); left > 0;)
        {
            var end = ShanghaiDay.End(Day(at)).ToUnixTimeMilliseconds();
            var minutes = (int)Math.Min(left, (end - at + Minute - 1) / Minute);
            yield return new(at, at + minutes * Minute);
            (at, left) = (at + minutes * Minute, left - minutes);
        }
    }

    private static Dictionary<int, int> Days(IEnumerable<HourSpan> spans) =>
        spans.GroupBy(span => Day(span.From)).ToDictionary(day => day.Key, day => day.Sum(span => span.Minutes));

    private static int Day(long instant) => ShanghaiDay.Of(DateTimeOffset.FromUnixTimeMilliseconds(instant));
}
