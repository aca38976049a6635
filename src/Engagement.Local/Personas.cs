using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Storage;
using Engagement.WeChat.Emulator;
using Engagement.WeChat.Emulator.Personas;
using Engagement.Web.Problems;
using Engagement.Web.Sessions;
using Engagement.Web.Volunteers;

namespace Engagement.Local;

/// <summary>People whom a local city knows from its first day.</summary>
internal static class Personas
{
    /// <summary>Roses that the organiser may put into bouquets.</summary>
    public const int Budget = 10_000;

    /// <summary>Lets them enter for the first time, with their budget and their roles; the same people in H5 and mini-program.</summary>
    public static async Task Prepare(IServiceProvider services)
    {
        var calls = services.GetRequiredService<Calls>();
        await Awake(calls);
        var reference = services.GetRequiredService<SeededCatalogue>().Reference;
        if (await Enter(services, City.Organiser) is { } organiser)
        {
            await calls.Participant(organiser, person => person.Grant(New(), organiser, Budget, "Local city: the organiser's budget"));
            await Appoint(calls, organiser, new RoleGrant(Role.Organiser, reference.Organisations.First(unit => unit.Kind == OrganisationKind.VolunteerTeam).Id));
        }

        await Appoint(services, City.Operator);
        await Appoint(services, City.Reviewer, new RoleGrant(Role.Reviewer), new RoleGrant(Role.HoursReviewer));
        await Appoint(services, City.Steward, new RoleGrant(Role.CompanySteward, reference.Companies[0].Id));
        await Appoint(services, City.Keeper, new RoleGrant(Role.StationKeeper));
        if (await Enter(services, City.Volunteer) is { } volunteer)
        {
            // 440000 is the province itself: no such number was ever given to anybody, though its check digit is right.
            const string digits = "44000019900101001", phone = "13900000000";
            await calls.Volunteer(volunteer, person => person.Register(New(), new(services.GetRequiredService<CellKeys>().Phone(phone), 1990_01_01, VolunteerConsents.Volunteering,
                new(reference.Districts[0].Code, ["first-aid", "teaching"]))));
            await calls.Volunteer(volunteer, person => person.GiveRealName(New(), new("林小林", digits + NationalId.CheckOf(digits), VolunteerConsents.RealName)));
        }
    }

    private static async Task Appoint(IServiceProvider services, string name, params RoleGrant[] roles)
    {
        if (await Enter(services, name) is { } entered)
        {
            await Appoint(services.GetRequiredService<Calls>(), entered, roles);
        }
    }

    private static async Task Appoint(Calls calls, ParticipantId entered, params RoleGrant[] roles)
    {
        foreach (var role in roles)
        {
            await calls.Participant(entered, person => person.Appoint(New(), entered, role, true, "Local city"));
        }
    }

    // Null for somebody who entered before: what they are now is the city's own.
    private static async Task<ParticipantId?> Enter(IServiceProvider services, string name)
    {
        var (identities, calls, persona) = (services.GetRequiredService<Identities>(), services.GetRequiredService<Calls>(), new Persona(name));
        var openId = persona.OpenId(new EmulatorOptions().AppId);
        if (!(await identities.Find(openId)).IsNone)
        {
            return null;
        }

        var entered = await identities.Enter(openId, persona.UnionId);
        await calls.Participant(entered, person => person.Choose(New(), new(Name: name, ShowName: true)));
        await calls.Participant(entered, person => person.ReviewName(New(), entered, true)); // names of roles wait for a moderator
        return entered;
    }

    // A silo that has just started may take longer for its first call than a request waits.
    private static async Task Awake(Calls calls)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await calls.Participant(default, nobody => nobody.IsOpen());
                return;
            }
            catch (Exception e) when (attempt < 20 && FaultHandler.OutcomeOf(e) is not null)
            {
                await Task.Delay(200);
            }
        }
    }

    private static CommandId New() => CommandId.New(DateTimeOffset.UtcNow);
}
