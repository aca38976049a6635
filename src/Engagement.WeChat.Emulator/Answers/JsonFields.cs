using System.Text.Json;
using System.Text.Json.Nodes;

namespace Engagement.WeChat.Emulator.Answers;

/// <summary>Members of a body that nobody has checked yet: one of another type is as good as absent.</summary>
internal static class JsonFields
{
    public static string? Text(this JsonObject body, string name) =>
        body[name] is JsonValue value && value.GetValueKind() is JsonValueKind.String ? value.GetValue<string>() : null;

    public static long? Number(this JsonObject body, string name) =>
        body[name] is JsonValue value && value.GetValueKind() is JsonValueKind.Number && value.TryGetValue(out long number) ? number : null;

    /// <summary>A boolean; null if it is there but no boolean.</summary>
    public static bool? Flag(this JsonObject body, string name, bool whenAbsent) => body[name] switch
    {
        null => whenAbsent,
        JsonValue value when value.GetValueKind() is JsonValueKind.True or JsonValueKind.False => value.GetValue<bool>(),
        _ => null,
    };

    public static JsonObject? Object(this JsonObject body, string name) => body[name] as JsonObject;

    public static JsonArray? Array(this JsonObject body, string name) => body[name] as JsonArray;
}
