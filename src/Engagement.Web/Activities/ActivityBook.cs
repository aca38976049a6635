using System.Globalization;
using Engagement.Contracts;
using Engagement.Grains.Activities;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Storage;
using Engagement.Web.Boards;
using Engagement.Web.Home;
using Engagement.Web.Shared;

namespace Engagement.Web.Activities;

/// <summary>Makes what the pages of activities show, from plain reads.</summary>
public sealed class ActivityBook(ActivityReader activities, ActivitySettings settings, SeededCatalogue catalogue, Names names, Wording wording, CellKeys keys)
{
    private const int DaysAhead = 14;

    private DateTimeOffset Now => settings.Clock.UtcNow;

    /// <summary>What people can come to and looks like this.</summary>
    public async Task<ActivityList> Find(ActivityFilter filter)
    {
        var now = Now.ToUnixTimeMilliseconds();
        var rows = (await activities.Open()).Where(activity => (filter.District ?? activity.Details.District) == activity.Details.District
                && (filter.Service ?? activity.Details.ServiceClass) == activity.Details.ServiceClass)
            .Select(activity => (Activity: activity, Shifts: activity.Shifts.Where(shift => shift.Start > now && (filter.Day is not { } day || ShanghaiDay.Of(At(shift.Start)) == day)).ToArray()))
            .Where(found => found.Shifts.Length > 0).Select(found => Row(found.Activity, found.Shifts)).Where(row => !filter.Free || row.Left > 0).OrderBy(row => row.Start);
        return new([.. rows], filter, Districts(), Services(), [.. Enumerable.Range(0, DaysAhead).Select(ahead => Now.ToOffset(ShanghaiDay.Offset).AddDays(ahead))
            .Select(day => new Choice(ShanghaiDay.Of(day).ToString(CultureInfo.InvariantCulture), day.ToString("M/d", CultureInfo.InvariantCulture)))]);
    }

    /// <summary>One activity for this reader; guests have no sign-ups.</summary>
    public ActivityPage Page(ActivityState activity, ParticipantId me)
    {
        var options = settings.Options;
        var mine = activity.SignUps.Where(entry => entry.Key.Person == me && !me.IsNone).ToDictionary(entry => entry.Key.Shift, entry => entry.Value);
        return new(activity.Id.ToString(), activity.Stage, activity.Details, names.Organisation(activity.Organisation) ?? activity.Organisation, names.District(activity.Details.District),
            Service(activity.Details.ServiceClass), [.. activity.Shifts.OrderBy(shift => shift.Start).Select(shift => Shift(activity, shift, mine.GetValueOrDefault(shift.Number)))],
            [.. Enum.GetValues<ActivityRisks>().Where(risk => risk is not (ActivityRisks.None or ActivityRisks.All) && activity.Details.Risks.HasFlag(risk))])
        {
            Reason = activity.Reason ?? "",
            Private = mine.Values.Any(signUp => signUp.State == SignUpState.Confirmed) ? PrivateDetails.Open(activity, keys) : "",
            Level = SignUpGates.Level(activity.Details, options),
            Age = SignUpGates.Age(activity.Details),
            FreeHours = options.FreeLeaveHours,
            Policy = activity.Policy,
        };
    }

    /// <summary>Name of a class of service; null for an unknown one.</summary>
    public string? Service(string id) => catalogue.Reference.Service(id) is { } service ? wording.Of(service.Title) : null;

    /// <summary>Districts to choose from.</summary>
    public IReadOnlyList<Choice> Districts() => [.. catalogue.Reference.Districts.Select(district => new Choice(district.Code, names.District(district.Code)!))];

    /// <summary>Classes of service to choose from.</summary>
    public IReadOnlyList<Choice> Services() => [.. catalogue.Reference.ServiceClasses.Select(service => new Choice(service.Id, wording.Of(service.Title)))];

    private ShiftRow Shift(ActivityState activity, ShiftState shift, SignUp? mine) => new(shift.Number, At(shift.Start), At(shift.End), shift.Waiting > 0 ? 0 : shift.Free, shift.Waiting,
        mine?.State ?? SignUpState.None, activity.IsOpen && shift.Start > Now.ToUnixTimeMilliseconds())
    {
        Place = mine?.State != SignUpState.Waiting ? 0 : activity.SignUps.Count(other => other.Key.Shift == shift.Number && other.Value.State == SignUpState.Waiting && other.Value.Number <= mine.Number),
        Until = mine?.Until > 0 ? At(mine.Until) : null,
        Late = mine?.MayCome == true && At(shift.Start) < Now.AddHours(settings.Options.FreeLeaveHours),
    };

    private ActivityRow Row(ActivityState activity, ShiftState[] shifts) => new(activity.Id.ToString(), activity.Details.Title, catalogue.Reference.Service(activity.Details.ServiceClass)?.Mark,
        Service(activity.Details.ServiceClass), names.District(activity.Details.District), At(shifts.Min(shift => shift.Start)),
        shifts.Sum(shift => shift.Waiting > 0 ? 0 : shift.Free), shifts.Length);

    private static DateTimeOffset At(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
