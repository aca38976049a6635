using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace Engagement.WeChat.Emulator.SignIn;

/// <summary>Answers as <c>sns/*</c> sends them: always HTTP 200, JSON labelled text/plain, errors ending with a request id.</summary>
internal static class SnsAnswer
{
    public static Task Write<T>(HttpContext context, T answer, JsonTypeInfo<T> type)
    {
        context.Response.ContentType = "text/plain";
        return context.Response.Body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(answer, type), context.RequestAborted).AsTask();
    }

    public static Task Error(HttpContext context, SnsError error, DateTimeOffset now)
    {
        var random = RandomNumberGenerator.GetHexString(16, lowercase: true);
        var rid = $"{now.ToUnixTimeSeconds():x8}-{random[..8]}-{random[8..]}";
        return Write(context, new ErrorAnswer(error.Errcode, $"{error.Errmsg}, rid: {rid}"), EmulatorJson.Readable.ErrorAnswer);
    }
}

/// <summary>Body of an error.</summary>
internal sealed record ErrorAnswer([property: JsonPropertyName("errcode")] int Errcode, [property: JsonPropertyName("errmsg")] string Errmsg);
