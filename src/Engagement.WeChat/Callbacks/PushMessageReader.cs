using System.Globalization;

namespace Engagement.WeChat;

/// <summary>Reads a push from its XML.</summary>
internal static class PushMessageReader
{
    private const int LongestId = 128;

    /// <summary>The message; null when it lacks what every push has, or an id is longer than any of WeChat's.</summary>
    public static PushMessage? Read(PushElement xml)
    {
        if (xml["FromUserName"] is not { Length: > 0 and <= LongestId } from || xml["MsgType"] is not { Length: > 0 and <= LongestId } type
            || !long.TryParse(xml["CreateTime"], NumberStyles.None, CultureInfo.InvariantCulture, out var at) || at is 0 or > 99_999_999_999)
        {
            return null;
        }

        var isEvent = type == "event";
        var message = new PushMessage(xml["ToUserName"] ?? "", from, at, type)
        {
            MessageId = isEvent ? null : NullIfEmpty(xml["MsgId"]),
            Content = type == "text" ? xml["Content"] : null,
            Event = isEvent ? NullIfEmpty(xml["Event"]) : null,
            EventKey = NullIfEmpty(xml["EventKey"]),
            About = NullIfEmpty(xml["OpenID"]),
            AboutAppId = NullIfEmpty(xml["AppID"]),
            Templates = isEvent ? Templates(xml) : [],
            Media = isEvent && xml["trace_id"] is { Length: > 0 } trace ? Media(xml, trace) : null,
        };
        return (!isEvent || message.Event is not null) && new[] { message.MessageId, message.Event, message.About, message.Media?.TraceId }.All(IsShort) ? message : null;
    }

    private static IReadOnlyList<PushedTemplate> Templates(PushElement xml)
    {
        if (xml["MsgID"] is { } id && xml["Status"] is { } status)
        {
            return [new("", id, status)];
        }

        return [.. xml.Children.Where(child => child.Name is "SubscribeMsgPopupEvent" or "SubscribeMsgChangeEvent" or "SubscribeMsgSentEvent")
            .SelectMany(child => child.Children).Where(list => list.Name == "List")
            .Select(list => new PushedTemplate(list["TemplateId"] ?? "", list["MsgID"] ?? "", list["SubscribeStatusString"] ?? list["ErrorCode"] ?? ""))];
    }

    private static PushedMediaCheck Media(PushElement xml, string trace)
    {
        var result = xml.Child("result");
        return new(trace, Number(xml["errcode"]), result?["suggest"] ?? "", (int)Number(result?["label"]));
    }

    private static long Number(string? text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) <= int.MaxValue ? number : 0;

    private static bool IsShort(string? id) => id is null or { Length: <= LongestId };

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
