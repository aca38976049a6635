namespace Engagement.WeChat.Emulator.Calls;

/// <summary>How often something was called.</summary>
internal sealed class CallCount
{
    /// <summary>Ever, refused calls included.</summary>
    public long Total { get; set; }

    /// <summary>Refusals by errcode.</summary>
    public SortedDictionary<int, long> Errors { get; set; } = [];

    /// <summary>The last call.</summary>
    public DateTimeOffset LastAt { get; set; }
}
