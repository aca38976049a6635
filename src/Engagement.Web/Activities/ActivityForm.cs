using System.Globalization;
using Engagement.Contracts;
using Engagement.Grains.Activities;
using Engagement.Grains.Campaigns;

namespace Engagement.Web.Activities;

/// <summary>What organisers fill in.</summary>
public sealed record ActivityForm
{
    public string? Title { get; init; }

    public string? District { get; init; }

    public string? Place { get; init; }

    public string? Content { get; init; }

    public string? Conditions { get; init; }

    public string? Lead { get; init; }

    public string? RiskText { get; init; }

    public string? Safeguards { get; init; }

    public ActivityRisks[]? Risks { get; init; }

    public string? ServiceClass { get; init; }

    public bool Danger { get; init; }

    public int? MinAge { get; init; }

    public IdentityLevel Level { get; init; }

    public string? Training { get; init; }

    public string? Private { get; init; }

    public List<ShiftForm>? Shifts { get; init; }

    /// <summary>What it says; null when a shift can't be read.</summary>
    public ActivityDraft? Read()
    {
        var shifts = (Shifts ?? []).Where(shift => !shift.IsBlank).Select(shift => shift.Read()).ToArray();
        return shifts.Any(shift => shift is null) ? null : new(
            new(Text(Title), Text(District), Text(Place), Text(Content), Text(Conditions), Text(Lead), Text(RiskText), Text(Safeguards),
                (Risks ?? []).Aggregate(ActivityRisks.None, (all, risk) => all | risk), Text(ServiceClass), Danger, MinAge ?? 0, Level, Text(Training)),
            shifts!, Text(Private));
    }

    /// <summary>A stored activity, to be changed.</summary>
    public static ActivityForm Of(ActivityState activity, string secret) => new()
    {
        Title = activity.Details.Title, District = activity.Details.District, Place = activity.Details.Place, Content = activity.Details.Content,
        Conditions = activity.Details.Conditions, Lead = activity.Details.Lead, RiskText = activity.Details.RiskText, Safeguards = activity.Details.Safeguards,
        Risks = [.. Enum.GetValues<ActivityRisks>().Where(risk => risk is not (ActivityRisks.None or ActivityRisks.All) && activity.Details.Risks.HasFlag(risk))],
        ServiceClass = activity.Details.ServiceClass, Danger = activity.Details.Danger, MinAge = activity.Details.MinAge, Level = activity.Details.Level,
        Training = activity.Details.Training, Private = secret, Shifts = [.. activity.Shifts.Select(ShiftForm.Of)],
    };

    // A browser sends line breaks as CRLF; one character each for who counts.
    private static string Text(string? typed) => (typed ?? "").Replace("\r\n", "\n", StringComparison.Ordinal).Trim();
}

/// <summary>One line of shifts: a day and two times of Shanghai. An end that is not after the start is on the next day.</summary>
public sealed record ShiftForm(int Number = 0, string? Day = null, string? From = null, string? To = null, int? Places = null)
{
    private const string DayPattern = "yyyy-MM-dd", TimePattern = "HH:mm";

    /// <summary>Nothing was filled in.</summary>
    public bool IsBlank => string.IsNullOrWhiteSpace(Day) && string.IsNullOrWhiteSpace(From) && string.IsNullOrWhiteSpace(To);

    /// <summary>The shift; null when it can't be read.</summary>
    public Shift? Read()
    {
        if (!DateOnly.TryParseExact(Day, DayPattern, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            || !TimeOnly.TryParseExact(From, TimePattern, CultureInfo.InvariantCulture, DateTimeStyles.None, out var from)
            || !TimeOnly.TryParseExact(To, TimePattern, CultureInfo.InvariantCulture, DateTimeStyles.None, out var to) || day.Year is < 2000 or > 9000)
        {
            return null;
        }

        var end = to > from ? day : day.AddDays(1);
        return new(At(day, from), At(end, to), Places ?? 0, Number);
    }

    /// <summary>A stored shift.</summary>
    public static ShiftForm Of(ShiftState shift)
    {
        var (start, end) = (Local(shift.Start), Local(shift.End));
        return new(shift.Number, start.ToString(DayPattern, CultureInfo.InvariantCulture), start.ToString(TimePattern, CultureInfo.InvariantCulture),
            end.ToString(TimePattern, CultureInfo.InvariantCulture), shift.Places);
    }

    private static long At(DateOnly day, TimeOnly time) => new DateTimeOffset(day.ToDateTime(time), ShanghaiDay.Offset).ToUnixTimeMilliseconds();

    private static DateTimeOffset Local(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).ToOffset(ShanghaiDay.Offset);
}
