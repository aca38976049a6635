using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;

namespace Engagement.WeChat.Emulator.Personas;

/// <summary><c>/emulator/personas</c>: who can sign in, and who appears as a snapshot visitor.</summary>
internal sealed class PersonaEndpoint(EmulatorOptions options, PersonaBook personas)
{
    public Task List(HttpContext context) =>
        context.Response.WriteAsJsonAsync([.. personas.All.Select(Answer)], EmulatorJson.Readable.PersonaAnswerArray);

    public async Task Change(HttpContext context)
    {
        const string expected = """{"name": "1 至 12 个字符", "snapshot": true 或 false}""";
        if (await EmulatorJson.Read(context, EmulatorJson.Readable.PersonaRequest, expected) is not { } request)
        {
            return;
        }

        var name = request.Name?.Trim();
        if (!Persona.IsName(name))
        {
            await EmulatorJson.Refuse(context, StatusCodes.Status400BadRequest, $"名字须为 1 至 {Persona.LongestName} 个可见字符。");
        }
        else if (personas.Change(name, request.Snapshot) is not { } persona)
        {
            await EmulatorJson.Refuse(context, StatusCodes.Status409Conflict, $"已有 {PersonaBook.Capacity} 个人物，不能再增加；重启模拟器可清空。");
        }
        else
        {
            await context.Response.WriteAsJsonAsync(Answer(persona), EmulatorJson.Readable.PersonaAnswer);
        }
    }

    private PersonaAnswer Answer(Persona persona) =>
        new(persona.Name, persona.Snapshot, persona.OpenId(options.AppId), persona.OpenId(options.MiniProgramAppId), persona.UnionId);
}

/// <summary>Body of <c>POST /emulator/personas</c>.</summary>
internal sealed record PersonaRequest(string? Name, bool Snapshot = false);

/// <summary>A persona with the ids WeChat would give it.</summary>
internal sealed record PersonaAnswer(
    string Name,
    bool Snapshot,
    [property: JsonPropertyName("openid")] string OpenId,
    [property: JsonPropertyName("miniProgramOpenid")] string MiniProgramOpenId,
    [property: JsonPropertyName("unionid")] string UnionId);
