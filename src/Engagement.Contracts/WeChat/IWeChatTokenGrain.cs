namespace Engagement.Contracts;

/// <summary>
/// The one owner of an account's access token and JS ticket in this cluster. Key: <c>campaign/app-id</c>. Fetches ahead of
/// expiry, once for everybody who waits, and stores what it has, sealed, so that a restart fetches nothing. Never throws for what
/// WeChat or the store does.
/// </summary>
[Alias("eng.wechat.tokens")]
public interface IWeChatTokenGrain : IGrainWithStringKey
{
    /// <summary>The access token to use now.</summary>
    [Alias("Token"), ResponseTimeout("00:00:10")]
    Task<WeChatToken> Token();

    /// <summary>The access token to use after WeChat refused <paramref name="rejected"/>: the current one if that is another already,
    /// else a new one, asked for once however many report the same.</summary>
    [Alias("Replace"), ResponseTimeout("00:00:10")]
    Task<WeChatToken> Replace(string rejected);

    /// <summary>The JS ticket to sign pages with now; only the service account has one.</summary>
    [Alias("Ticket"), ResponseTimeout("00:00:10")]
    Task<WeChatToken> Ticket();
}
