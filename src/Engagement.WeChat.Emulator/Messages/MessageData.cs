using System.Text.Json.Nodes;
using Engagement.WeChat.Emulator.Answers;
using Engagement.WeChat.Emulator.Chats;
using Engagement.WeChat.Emulator.Templates;

namespace Engagement.WeChat.Emulator.Messages;

/// <summary>The <c>data</c> of a message against its template. WeChat ignores fields that the template doesn't have;
/// the emulator refuses them, because they are always a mistake.</summary>
internal static class MessageData
{
    /// <summary>The rows to show, or the error.</summary>
    public static (IReadOnlyList<ChatField> Rows, ApiError? Error) Read(JsonObject? data, MessageTemplate template)
    {
        var rows = new List<ChatField>();
        foreach (var row in template.Fields)
        {
            var value = data?.Object(row.Key)?.Text("value");
            if (value is null || !FieldRule.Allows(row.Key, value))
            {
                return ([], ApiError.InvalidArgument.About($"data.{row.Key}.value {(value is null or "" ? "is empty" : "invalid")}"));
            }

            rows.Add(new(row.Key, row.Label, value));
        }

        return data!.FirstOrDefault(member => rows.TrueForAll(row => row.Key != member.Key)).Key is { } stranger
            ? ([], ApiError.InvalidArgument.About($"data.{stranger} is not in the template"))
            : (rows, null);
    }
}
