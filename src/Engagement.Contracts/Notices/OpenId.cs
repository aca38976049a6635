namespace Engagement.Contracts;

/// <summary>WeChat's name for one person within one account, on its way between grains.</summary>
/// <param name="Value">At most 128 characters.</param>
[GenerateSerializer, Immutable, Alias("eng.openid")]
public sealed record OpenId([property: Id(0)] string Value)
{
    /// <summary>Nothing of it: Orleans writes the arguments of late calls into its log.</summary>
    public override string ToString() => nameof(OpenId);
}

/// <summary>Which push of WeChat something came with, and about whom.</summary>
/// <param name="Key">The push's own key: the same one changes nothing twice.</param>
/// <param name="OpenId">FromUserName, the service account's openid of the person.</param>
[GenerateSerializer, Immutable, Alias("eng.notices.push")]
public sealed record PushFrom([property: Id(0)] string Key, [property: Id(1)] string OpenId)
{
    /// <summary>Nothing of it: both tell who it is.</summary>
    public override string ToString() => nameof(PushFrom);
}
