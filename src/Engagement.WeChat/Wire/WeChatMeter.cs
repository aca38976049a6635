using System.Diagnostics.Metrics;

namespace Engagement.WeChat;

/// <summary>Counts calls of WeChat's API by path and what became of them.</summary>
internal static class WeChatMeter
{
    /// <summary>Name of the meter.</summary>
    public const string Name = "Engagement.WeChat";

    private static readonly Counter<long> Calls = new Meter(Name).CreateCounter<long>("engagement.wechat.calls", "{call}", "Requests to WeChat by API and outcome.");

    /// <summary>A request was answered, or not.</summary>
    public static void Count(string api, WeChatOutcome outcome) =>
        Calls.Add(1, new KeyValuePair<string, object?>("api", api), new KeyValuePair<string, object?>("outcome", outcome.ToString()));
}
