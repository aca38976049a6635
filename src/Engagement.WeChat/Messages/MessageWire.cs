namespace Engagement.WeChat;

/// <summary>Body of the three calls that send a message; members that a call lacks are null and not written.</summary>
internal sealed record MessageBody(string Touser, string TemplateId, Dictionary<string, MessageBody.Value> Data)
{
    public string? Url { get; init; }

    public string? Page { get; init; }

    public Mini? Miniprogram { get; init; }

    public string? ClientMsgId { get; init; }

    public string? MiniprogramState { get; init; }

    public string? Lang { get; init; }

    public static MessageBody To(string openId, string templateId, IReadOnlyDictionary<string, string> fields) =>
        new(openId, templateId, fields.ToDictionary(field => field.Key, field => new Value(field.Value)));

    /// <summary>One field of a template; the member is called <c>value</c>.</summary>
    internal sealed record Value([property: System.Text.Json.Serialization.JsonPropertyName("value")] string Text);

    internal sealed record Mini(string Appid, string? Pagepath)
    {
        public static Mini? Of(MiniProgramPage? page) => page is null ? null : new(page.AppId, page.PagePath);
    }
}

/// <summary>Answer of the calls that send a message. WeChat's number of it has 64 bits.</summary>
internal sealed record SentAnswer : WeChatAnswer
{
    public long? Msgid { get; init; }
}
