namespace Engagement.Contracts;

/// <summary>An access token or JS ticket, or why there is none.</summary>
/// <param name="State">Good, or what keeps us from having one.</param>
/// <param name="Value">The token when good. A secret: never logged, never sent to a browser.</param>
[GenerateSerializer, Immutable, Alias("eng.wechat.token")]
public sealed record WeChatToken([property: Id(0)] WeChatTokenState State, [property: Id(1)] string? Value)
{
    /// <summary>The state only, so that no token reaches a log by way of formatting.</summary>
    public override string ToString() => State.ToString();
}
