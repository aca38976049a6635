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

/// <summary>What one account has used of one call's quota.</summary>
internal sealed class QuotaUse
{
    /// <summary>The Beijing day counted.</summary>
    public DateOnly Day { get; set; }

    /// <summary>Calls in it.</summary>
    public long InDay { get; set; }

    /// <summary>The minute counted, since 1970.</summary>
    public long Minute { get; set; }

    /// <summary>Calls in it.</summary>
    public long InMinute { get; set; }
}
