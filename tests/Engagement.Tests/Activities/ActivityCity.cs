using Engagement.Contracts;
using Engagement.Grains.Activities;
using Engagement.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Tests.Activities;

/// <summary>A city with volunteer activities.</summary>
internal static class ActivityCity
{
    public const string Organisation = "org-river";

    /// <summary>Everybody may sign up: what a person must be known by is the gate's own test.</summary>
    public static async Task<City> StartAsync(string connection, IdentityLevel lowest = IdentityLevel.WeChat) =>
        await City.StartAsync(connection, settings: new() { ["Activities:LowestLevel"] = lowest.ToString() });

    public static async Task<ParticipantId> StaffAsync(this City city, Role role, string scope = "")
    {
        var person = await city.CitizenAsync();
        Assert.Equal(Outcome.Done, (await city.Person(person).Appoint(city.Cell.Command(), person, new(role, scope), true, "test")).Outcome);
        return person;
    }

    public static IActivityGrain Activity(this City city, ActivityId id) => city.Cell.Grains.GetGrain<IActivityGrain>($"{city.Cell.CellId}/{id}");

    public static IVolunteerGrain Volunteer(this City city, ParticipantId id) => city.Cell.Grains.GetGrain<IVolunteerGrain>($"{city.Cell.CellId}/{id}");

    public static async Task<ActivityState> StateAsync(this City city, ActivityId id) => (await city.Cell.Services.GetRequiredService<ActivityReader>().Read(id))!;

    /// <summary>A published activity and its organiser.</summary>
    public static async Task<(ActivityId Id, IActivityGrain Grain, ParticipantId Organiser)> PublishedAsync(this City city, ActivityDraft draft)
    {
        var (organiser, reviewer) = (await city.StaffAsync(Role.Organiser, Organisation), await city.StaffAsync(Role.HoursReviewer));
        var id = new ActivityId(Guid.NewGuid());
        var activity = city.Activity(id);
        Assert.Equal(Outcome.Done, (await activity.Write(city.Cell.Command(), organiser, Organisation, draft)).Outcome);
        Assert.Equal(Outcome.Done, (await activity.Submit(city.Cell.Command(), organiser)).Outcome);
        Assert.Equal(Outcome.Done, (await activity.Decide(city.Cell.Command(), reviewer, true, null)).Outcome);
        return (id, activity, organiser);
    }

    public static async Task<IReadOnlyList<ParticipantId>> PeopleAsync(this City city, int count)
    {
        var people = new List<ParticipantId>();
        for (var i = 0; i < count; i++)
        {
            people.Add(await city.CitizenAsync());
        }

        return people;
    }
}
