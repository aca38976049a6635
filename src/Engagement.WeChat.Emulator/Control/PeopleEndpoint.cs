using Engagement.WeChat.Emulator.Chats;
using Engagement.WeChat.Emulator.Personas;
using Engagement.WeChat.Emulator.Users;
using Microsoft.AspNetCore.Http;

namespace Engagement.WeChat.Emulator.Control;

/// <summary><c>/emulator/people/{persona}</c>: follow, credits and settings; <c>/emulator/chats/{persona}</c>: what was said.</summary>
internal sealed class PeopleEndpoint(PersonaBook personas, People people, ChatBook chats)
{
    public Task Show(HttpContext context) => With(context, persona =>
        context.Response.WriteAsJsonAsync(people.Read(persona, Copy), EmulatorJson.Readable.PersonAnswer));

    public Task Change(HttpContext context) => With(context, async persona =>
    {
        const string expected = """{"blocks": false, "riskRank": 0}""";
        if (await EmulatorJson.Read(context, EmulatorJson.Readable.PersonRequest, expected) is not { } request)
        {
            return;
        }

        if (request.RiskRank is < 0 or > 4)
        {
            await EmulatorJson.Refuse(context, StatusCodes.Status400BadRequest, "riskRank 须为 0 至 4。");
            return;
        }

        people.Change(persona, person =>
            (person.Blocks, person.RiskRank) = (request.Blocks ?? person.Blocks, request.RiskRank ?? person.RiskRank));
        await Show(context);
    });

    public Task Chat(HttpContext context) => With(context, persona =>
    {
        _ = long.TryParse(context.Request.Query["after"], out var after);
        return context.Response.WriteAsJsonAsync([.. chats.Of(persona, after)], EmulatorJson.Readable.ChatLineArray);
    });

    private Task With(HttpContext context, Func<Persona, Task> act) => personas.Find(context.Request.RouteValues["persona"] as string) is { } persona
        ? act(persona)
        : EmulatorJson.Refuse(context, StatusCodes.Status404NotFound, "没有这个人物。");

    private static PersonAnswer Copy(PersonState person) => new(
        person.FollowedAt, person.FollowScene, person.WindowUntil, person.MiniProgramAt, person.RiskRank, person.Blocks, new Dictionary<string, Credit>(person.Credits));
}

/// <summary>What WeChat knows of a person.</summary>
internal sealed record PersonAnswer(
    DateTimeOffset? FollowedAt, string? FollowScene, DateTimeOffset WindowUntil, DateTimeOffset? MiniProgramAt, int RiskRank, bool Blocks,
    IReadOnlyDictionary<string, Credit> Credits);

/// <summary>Body of <c>POST /emulator/people/{persona}</c>; what is absent stays.</summary>
internal sealed record PersonRequest(bool? Blocks, int? RiskRank);
