using Engagement.WeChat.Emulator.QrCodes;
using Engagement.WeChat.Emulator.Security;
using Engagement.WeChat.Emulator.Templates;
using Microsoft.AspNetCore.Http;

namespace Engagement.WeChat.Emulator.Control;

/// <summary><c>/emulator/templates</c>, <c>/emulator/media</c> and <c>/emulator/qrcodes</c>.</summary>
internal sealed class ContentEndpoint(TemplateBook templates, MediaChecks media, QrBook codes)
{
    public Task Templates(HttpContext context) => context.Response.WriteAsJsonAsync([.. templates.All], EmulatorJson.Readable.MessageTemplateArray);

    public async Task PutTemplate(HttpContext context)
    {
        const string expected = """{"id": "...", "title": "...", "kind": "template|oneTime|longTerm|miniProgram|miniProgramLongTerm", "fields": [{"key": "thing1", "label": "内容"}]}""";
        if (await EmulatorJson.Read(context, EmulatorJson.Readable.MessageTemplate, expected) is { } template)
        {
            await (templates.Put(template) is { } error ? EmulatorJson.Refuse(context, StatusCodes.Status400BadRequest, error) : Templates(context));
        }
    }

    public Task Media(HttpContext context) =>
        context.Response.WriteAsJsonAsync(new MediaAnswer(media.Rule, media.Waiting), EmulatorJson.Readable.MediaAnswer);

    public async Task ChangeMedia(HttpContext context)
    {
        const string expected = """{"rule": "byAddress|byHand"} 或 {"traceId": "...", "suggest": "pass|review|risky"}""";
        if (await EmulatorJson.Read(context, EmulatorJson.Readable.MediaRequest, expected) is not { } request)
        {
            return;
        }

        media.Rule = request.Rule ?? media.Rule;
        var error = request.TraceId is null ? null
            : Verdict.Named(request.Suggest) is not { } verdict ? "suggest 须为 pass, review 或 risky。"
            : media.End(request.TraceId, verdict) ? null
            : "没有等待结果的检测。";
        await (error is null ? Media(context) : EmulatorJson.Refuse(context, StatusCodes.Status400BadRequest, error));
    }

    public Task Codes(HttpContext context) => context.Response.WriteAsJsonAsync([.. codes.Latest(200)], EmulatorJson.Readable.QrTicketArray);
}

/// <summary>Media checks that wait, and what becomes of new ones.</summary>
internal sealed record MediaAnswer(MediaRule Rule, IReadOnlyList<MediaCheck> Waiting);

/// <summary>Body of <c>POST /emulator/media</c>.</summary>
internal sealed record MediaRequest(MediaRule? Rule, string? TraceId, string? Suggest);
