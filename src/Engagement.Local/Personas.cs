using Engagement.Contracts;
using Engagement.WeChat.Emulator;
using Engagement.WeChat.Emulator.Personas;
using Engagement.Web.Problems;
using Engagement.Web.Sessions;

namespace Engagement.Local;

/// <summary>People whom a local city knows from its first day.</summary>
internal static class Personas
{
    /// <summary>Roses that the organiser may put into bouquets.</summary>
    public const int Budget = 10_000;

    /// <summary>Gives the organiser their budget when they enter for the first time; the same person in H5 and mini-program.</summary>
    public static async Task Prepare(IServiceProvider services)
    {
        var (identities, calls, wechat) = (services.GetRequiredService<Identities>(), services.GetRequiredService<Calls>(), new EmulatorOptions());
        var openId = new Persona(City.Organiser).OpenId(wechat.AppId);
        if (!(await identities.Find(openId)).IsNone)
        {
            return;
        }

        var organiser = await identities.Enter(openId, new Persona(City.Organiser).UnionId);
        await calls.Participant(organiser, person => person.Grant(
            CommandId.New(DateTimeOffset.UtcNow), organiser, Budget, "Local city: the organiser's budget"));
        await calls.Participant(organiser, person => person.Choose(CommandId.New(DateTimeOffset.UtcNow), new(Name: City.Organiser, ShowName: true)));
    }
}
