using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Engagement.WeChat.Emulator.Answers;

/// <summary>Writes answers as WeChat does: always HTTP 200, errors ending with a request id, <c>sns/*</c> labelled as plain text.</summary>
internal static class ApiWriter
{
    /// <summary>Content type of <c>cgi-bin/*</c> and <c>wxa/*</c>, misspelt as WeChat's.</summary>
    public const string Json = "application/json; encoding=utf-8";

    public static Task Write(HttpContext context, ApiAnswer answer, DateTimeOffset now)
    {
        if (answer.Png is { } png)
        {
            context.Response.ContentType = "image/png";
            return context.Response.Body.WriteAsync(png, context.RequestAborted).AsTask();
        }

        context.Features.Set(answer.Error);
        context.Response.ContentType = context.Request.Path.StartsWithSegments("/sns") ? "text/plain" : Json;
        var body = answer.Error is { } error ? Describe(error, now) : answer.Body!;
        return context.Response.WriteAsync(body.ToJsonString(EmulatorJson.Readable.Options), context.RequestAborted);
    }

    private static JsonObject Describe(ApiError error, DateTimeOffset now)
    {
        var random = RandomNumberGenerator.GetHexString(16, lowercase: true);
        var rid = $"{now.ToUnixTimeSeconds():x8}-{random[..8]}-{random[8..]}";
        return new() { ["errcode"] = error.Errcode, ["errmsg"] = $"{error.Errmsg}, rid: {rid}" };
    }
}
