namespace Engagement.Contracts;

/// <summary>
/// One person's side of the service account: whether they follow, and which of WeChat's pushes were handled. Key:
/// <c>campaign/HMAC(app id, openid)</c>, as <see cref="IIdentityGrain"/>; it exists before any consent and knows nobody's openid.
/// </summary>
[Alias("eng.follower")]
public interface IFollowerGrain : IGrainWithStringKey
{
    /// <summary>
    /// Handles a push, once: WeChat's retry (up to three, five seconds apart) gets the first answer, also one that arrives while
    /// the first is still at work on another silo.
    /// </summary>
    /// <exception cref="LedgerException">Durability unknown: do not acknowledge, WeChat sends it again.</exception>
    [Alias("Receive"), ResponseTimeout("00:00:04")]
    Task<PushReply> Receive(Push push);

    /// <summary>Whether this identity follows; Unknown while WeChat has not told.</summary>
    [Alias("Follows")] Task<FollowState> Follows();

    /// <summary>
    /// What WeChat answered when it was asked (<c>cgi-bin/user/info</c>). It fills a gap: once an event told, or an earlier answer, it changes nothing.
    /// </summary>
    /// <param name="since">Since when they follow; null when they don't.</param>
    /// <exception cref="LedgerException">Durability unknown; repeat.</exception>
    [Alias("Learn"), ResponseTimeout("00:00:05")]
    Task Learn(DateTimeOffset? since);

    /// <summary>An agenda entry of this person is due. Late, repeated and concurrent calls are harmless.</summary>
    /// <exception cref="LedgerException">Not done; the sweeper tries again.</exception>
    [Alias("Due"), ResponseTimeout("00:00:10")]
    Task Due(string entry);
}
