namespace Engagement.WeChat.Emulator.Faults;

/// <summary>How a call is disturbed.</summary>
internal enum FaultKind
{
    /// <summary>An errcode instead of the answer.</summary>
    Errcode,

    /// <summary>No answer until the caller gives up, at most a minute.</summary>
    Timeout,

    /// <summary>HTTP 200 with a web page, as a gateway or a captive portal sends it.</summary>
    Html,

    /// <summary>HTTP 502 without a body.</summary>
    BadGateway,

    /// <summary>JSON that ends in its middle.</summary>
    Truncated,
}
