namespace Engagement.Contracts;

/// <summary>
/// One web sign-in on its way back from WeChat. Key: <c>campaign/state</c>. Kept in memory only, for about two minutes: an openid never
/// reaches the store. Call it only with a state that the caller's own browser brought.
/// </summary>
[Alias("eng.signin")]
public interface ISignInGrain : IGrainWithStringKey
{
    /// <summary>
    /// Exchanges the code with WeChat, once. Whoever comes second, with the same code or (as WeChat does at times) with another one,
    /// waits for the first and gets its result. At most three codes are tried for one state.
    /// </summary>
    /// <param name="code">As it came in the query.</param>
    /// <remarks>A code works once (40163 for the second exchange): https://developers.weixin.qq.com/doc/service/guide/h5/auth.html</remarks>
    [Alias("Exchange"), ResponseTimeout("00:00:08")]
    Task<SignInExchange> Exchange(string code);
}

/// <summary>What became of a code.</summary>
/// <param name="Outcome">What to do next.</param>
/// <param name="OpenId">The person within the service account; only when <see cref="SignInOutcome.Known"/>.</param>
/// <param name="UnionId">The person within the city's Open Platform account; only when they were asked for it, and the account is bound to one.</param>
[GenerateSerializer, Immutable, Alias("eng.signin.exchange")]
public sealed record SignInExchange([property: Id(0)] SignInOutcome Outcome, [property: Id(1)] string? OpenId = null, [property: Id(2)] string? UnionId = null)
{
    /// <summary>The outcome only, so that no identifier reaches a log by way of formatting.</summary>
    public override string ToString() => Outcome.ToString();
}

/// <summary>What to do after a code came back.</summary>
public enum SignInOutcome
{
    /// <summary>WeChat did not answer, or had too much to do: say so, and let the person try again.</summary>
    Away = 0,

    /// <summary>The person is known.</summary>
    Known,

    /// <summary>A virtual visitor of a snapshot page (网页快照): belongs to nobody and must never be stored.</summary>
    Snapshot,

    /// <summary>The code is unknown, used or over: begin again, once.</summary>
    Stale,

    /// <summary>WeChat holds the person for risky: no sign-in.</summary>
    Risky,

    /// <summary>WeChat rejects this site's settings: an operator must act.</summary>
    Broken,
}
