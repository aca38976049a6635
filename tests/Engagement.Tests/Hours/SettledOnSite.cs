using Engagement.Contracts;
using Engagement.Grains.Activities;
using Engagement.Grains.Storage;
using Engagement.Tests.Site;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Tests.Hours;

/// <summary>Hours on the site without walking through an activity: a settled one, as attendance leaves it.</summary>
internal static class SettledOnSite
{
    /// <summary>Somebody served for an organisation, thirty hours ago. The hours are recorded soon.</summary>
    /// <param name="site">Where.</param>
    /// <param name="organisation">For whom.</param>
    /// <param name="person">Who.</param>
    /// <param name="length">Hours.</param>
    public static async Task SettledAsync(this SiteUnderTest site, string organisation, ParticipantId person, double length)
    {
        var (storage, id) = (site.Services.GetRequiredService<LedgerStorage>(), new ActivityId(Guid.NewGuid()));
        var (from, to) = (site.Clock.UtcNow.AddHours(-30).ToUnixTimeMilliseconds(), site.Clock.UtcNow.AddHours(length - 30).ToUnixTimeMilliseconds());
        IGrainState<ActivityState> record = new GrainState<ActivityState>(new());
        var grain = GrainId.Create("activity", $"{site.Cell.Campaign}/{id}");
        await storage.ReadStateAsync(ActivityState.Kind, grain, record);
        var activity = record.State!;
        (activity.Id, activity.Organisation, activity.Stage, activity.CreatedAt, activity.SettledAt, activity.Numbered, activity.Carried) =
            (id, organisation, ActivityStage.Settled, from - 86_400_000, site.Clock.UtcNow.ToUnixTimeMilliseconds(), 1, 1);
        activity.Details = new("护河", "440703", ServiceClass: "environment");
        activity.Shifts.Add(new() { Number = 1, Start = from, End = to, Places = 5 });
        activity.SignUps[new(person, 1)] = new()
        {
            State = SignUpState.Confirmed, Number = 1, Since = from, In = from, Out = to, InBy = AttendanceMethod.RotatingCode, OutBy = AttendanceMethod.RotatingCode,
        };
        activity.Follow([.. activity.Derived(), AttendanceEffects.Message(id, new(person, 1))]);
        await storage.WriteStateAsync(ActivityState.Kind, grain, record);
    }
}
