using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Engagement.WeChat.Emulator.Callbacks;
using Engagement.WeChat.Emulator.Calls;
using Engagement.WeChat.Emulator.Chats;
using Engagement.WeChat.Emulator.Clock;
using Engagement.WeChat.Emulator.Control;
using Engagement.WeChat.Emulator.Faults;
using Engagement.WeChat.Emulator.JsSdk;
using Engagement.WeChat.Emulator.Personas;
using Engagement.WeChat.Emulator.Phones;
using Engagement.WeChat.Emulator.QrCodes;
using Engagement.WeChat.Emulator.SignIn;
using Engagement.WeChat.Emulator.Templates;
using Microsoft.AspNetCore.Http;

namespace Engagement.WeChat.Emulator;

/// <summary>Source-generated JSON of the emulator's own endpoints.</summary>
[JsonSerializable(typeof(JsCodeRequest))]
[JsonSerializable(typeof(JsCodeAnswer))]
[JsonSerializable(typeof(PersonaRequest))]
[JsonSerializable(typeof(PersonaAnswer))]
[JsonSerializable(typeof(PersonaAnswer[]))]
[JsonSerializable(typeof(ClockRequest))]
[JsonSerializable(typeof(ClockAnswer))]
[JsonSerializable(typeof(RefusedAnswer))]
[JsonSerializable(typeof(PhoneAction))]
[JsonSerializable(typeof(ActionAnswer))]
[JsonSerializable(typeof(DeliveriesRequest))]
[JsonSerializable(typeof(DeliveriesAnswer))]
[JsonSerializable(typeof(FaultRequest))]
[JsonSerializable(typeof(Fault[]))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, CallCount>))]
[JsonSerializable(typeof(TargetRequest))]
[JsonSerializable(typeof(PushTarget))]
[JsonSerializable(typeof(PushRecord[]))]
[JsonSerializable(typeof(PersonAnswer))]
[JsonSerializable(typeof(PersonRequest))]
[JsonSerializable(typeof(ChatLine[]))]
[JsonSerializable(typeof(MessageTemplate))]
[JsonSerializable(typeof(MessageTemplate[]))]
[JsonSerializable(typeof(MediaAnswer))]
[JsonSerializable(typeof(MediaRequest))]
[JsonSerializable(typeof(QrTicket[]))]
[JsonSerializable(typeof(JsSdkAnswer))]
internal sealed partial class EmulatorJson : JsonSerializerContext
{
    /// <summary>Chinese and quotes stay readable in a terminal (no answer is HTML, browsers are told not to guess);
    /// absent members are left out, as WeChat does.</summary>
    public static EmulatorJson Readable { get; } = new(new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    });

    /// <summary>The request's body, or null after a 400 that says what was expected. Other content types are refused:
    /// they need no preflight, so any web page could send them.</summary>
    public static async Task<T?> Read<T>(HttpContext context, JsonTypeInfo<T> type, string expected) where T : class
    {
        try
        {
            if (context.Request.HasJsonContentType() && await context.Request.ReadFromJsonAsync(type, context.RequestAborted) is { } body)
            {
                return body;
            }
        }
        catch (JsonException)
        {
        }

        await Refuse(context, StatusCodes.Status400BadRequest, $"请以 application/json 发送 {expected}");
        return null;
    }

    /// <summary>Answers an error of the emulator's own endpoints.</summary>
    public static Task Refuse(HttpContext context, int status, string error)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(new RefusedAnswer(error), Readable.RefusedAnswer);
    }
}

/// <summary>An error of the emulator's own endpoints, in words.</summary>
internal sealed record RefusedAnswer(string Error);
