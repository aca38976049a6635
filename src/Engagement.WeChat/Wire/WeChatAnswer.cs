namespace Engagement.WeChat;

/// <summary>What every answer may carry; absent from the success bodies of some calls.</summary>
internal record WeChatAnswer
{
    public long? Errcode { get; init; }

    public string? Errmsg { get; init; }
}
