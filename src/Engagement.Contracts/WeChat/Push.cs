namespace Engagement.Contracts;

/// <summary>A push of WeChat, as far as the campaign must act on it. What people wrote is not in it.</summary>
/// <param name="Key">The same in WeChat's retries and in no other push; at most 130 characters. Only a digest is kept.</param>
/// <param name="Kind">What happened.</param>
/// <param name="At">CreateTime, Unix seconds.</param>
/// <param name="OpenId">Of the service account; handed on to the notices, which seal it, and kept nowhere else.</param>
/// <param name="Topic">A scene, or the answer that a keyword or button asks for; null for none.</param>
[GenerateSerializer, Immutable, Alias("eng.push")]
public sealed record Push(
    [property: Id(0)] string Key, [property: Id(1)] PushKind Kind, [property: Id(2)] long At, [property: Id(3)] string OpenId,
    [property: Id(4)] string? Topic = null)
{
    /// <summary>What was answered about templates.</summary>
    [Id(5)] public SubscriptionAnswer[] Answers { get; init; } = [];

    /// <summary>What became of messages.</summary>
    [Id(6)] public DeliveryReport[] Reports { get; init; } = [];

    /// <summary>It came from the mini program: <see cref="OpenId"/> is that of the mini program.</summary>
    [Id(7)] public bool FromMiniProgram { get; init; }

    /// <summary>The kind only: Orleans writes the arguments of late calls into its log.</summary>
    public override string ToString() => Kind.ToString();
}

/// <summary>What a push says.</summary>
public enum PushKind
{
    /// <summary>subscribe; with a scene when it came from a code.</summary>
    Follow = 0,

    /// <summary>unsubscribe: what is known of the person must go.</summary>
    Unfollow,

    /// <summary>user_authorization_revoke or _cancellation: what is known of the person must go.</summary>
    Revoke,

    /// <summary>SCAN: a follower scanned a code.</summary>
    Scan,

    /// <summary>A keyword or a button of the menu that asks for an answer.</summary>
    Ask,

    /// <summary>A message that asks for nothing we know.</summary>
    Unknown,

    /// <summary>Results of templates and subscriptions.</summary>
    Results,
}
