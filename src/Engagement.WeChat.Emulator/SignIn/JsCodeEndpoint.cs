using Engagement.WeChat.Emulator.Personas;
using Microsoft.AspNetCore.Http;

namespace Engagement.WeChat.Emulator.SignIn;

/// <summary><c>POST /emulator/jscode</c>: what <c>wx.login</c> does inside a mini program.</summary>
internal sealed class JsCodeEndpoint(EmulatorOptions options, PersonaBook personas, CodeBook codes)
{
    public async Task Handle(HttpContext context)
    {
        if (await EmulatorJson.Read(context, EmulatorJson.Readable.JsCodeRequest, """{"persona": "1 至 12 个字符"}""") is not { } request)
        {
            return;
        }

        var name = request.Persona?.Trim();
        if (!Persona.IsName(name))
        {
            await EmulatorJson.Refuse(context, StatusCodes.Status400BadRequest, $"名字须为 1 至 {Persona.LongestName} 个可见字符。");
            return;
        }

        var code = codes.Issue(options.MiniProgramAppId, personas.Meet(name), scope: null);
        await context.Response.WriteAsJsonAsync(new JsCodeAnswer(code), EmulatorJson.Readable.JsCodeAnswer);
    }
}

/// <summary>Body of <c>POST /emulator/jscode</c>.</summary>
internal sealed record JsCodeRequest(string? Persona);

/// <summary>A code as <c>wx.login</c> returns it.</summary>
internal sealed record JsCodeAnswer(string Code);
