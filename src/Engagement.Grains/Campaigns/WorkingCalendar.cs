using System.Text.Json;
using Microsoft.Extensions.Options;

namespace Engagement.Grains.Campaigns;

/// <summary>
/// China's working days as far as the State Council has published them, in Shanghai: the one calendar of every clock of working days. Pure after it was
/// read. A year that the file does not have is unknown, and nobody guesses it.
/// </summary>
public sealed class WorkingCalendar
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow };

    private readonly Dictionary<int, Year> _years;

    /// <param name="options">Where the years are read from.</param>
    /// <exception cref="OptionsValidationException">The file is missing or malformed.</exception>
    public WorkingCalendar(IOptions<CalendarOptions> options)
    {
        try
        {
            using var file = options.Value.File is { Length: > 0 } path ? File.OpenRead(path) : typeof(WorkingCalendar).Assembly.GetManifestResourceStream("holidays.json")!;
            var content = JsonSerializer.Deserialize<Content>(file, Json);
            _years = content?.Years.ToDictionary(year => year.Key, year => new Year([.. year.Value.Holidays.Keys], [.. year.Value.WorkedWeekends.Keys])) ?? [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new OptionsValidationException("Calendar", typeof(CalendarOptions), [$"Calendar:File can not be read: {e.Message}"]);
        }
    }

    /// <summary>Whether a day is worked; null when its year is unknown.</summary>
    public bool? Works(DateOnly day) => !_years.TryGetValue(day.Year, out var year) ? null
        : day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? year.Worked.Contains(day)
        : !year.Holidays.Contains(day);

    /// <summary>The end of the <paramref name="days"/>-th working day after the day of <paramref name="from"/>; null when a year on the way is unknown.</summary>
    public DateTimeOffset? After(DateTimeOffset from, int days) => Count(from, days, Works);

    /// <summary>
    /// The same for clocks that are a promise and no law: in an unknown year Mondays to Fridays count as worked, so somebody may be reminded early and never
    /// is forgotten.
    /// </summary>
    public DateTimeOffset AfterWeekdays(DateTimeOffset from, int days) =>
        Count(from, days, day => Works(day) ?? day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))!.Value;

    /// <summary>Working days that began after the day of <paramref name="from"/>, today included; null when a year on the way is unknown.</summary>
    public int? Passed(DateTimeOffset from, DateTimeOffset now)
    {
        var (day, today, passed) = (Date(from), Date(now), 0);
        while (day < today)
        {
            day = day.AddDays(1);
            if (Works(day) is not { } works)
            {
                return null;
            }

            passed += works ? 1 : 0;
        }

        return passed;
    }

    private static DateTimeOffset? Count(DateTimeOffset from, int days, Func<DateOnly, bool?> works)
    {
        var day = Date(from);
        for (var left = days; left > 0;)
        {
            day = day.AddDays(1);
            if (works(day) is not { } worked)
            {
                return null;
            }

            left -= worked ? 1 : 0;
        }

        return new(day.AddDays(1).ToDateTime(TimeOnly.MinValue), ShanghaiDay.Offset);
    }

    private static DateOnly Date(DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToOffset(ShanghaiDay.Offset).Date);

    private sealed record Year(HashSet<DateOnly> Holidays, HashSet<DateOnly> Worked);

    private sealed record Content(string Source, string Version, string Licence, Dictionary<int, Days> Years);

    private sealed record Days(Dictionary<DateOnly, string> Holidays, Dictionary<DateOnly, string> WorkedWeekends);
}
