namespace Engagement.Contracts;

/// <summary>
/// Checks pictures and sounds by WeChat before anybody sees them (product.md MA-02): held until the result is pushed back
/// (<c>wxa_media_check</c>), and with a moderator when none came within 30 minutes.
/// </summary>
/// <remarks>https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/sec-center/sec-check/mediaCheckAsync.html</remarks>
public interface IMediaChecks
{
    /// <summary>Submits a medium under the digest of its content, once: the same content again answers what is known of it.</summary>
    /// <exception cref="LedgerException">Durability unknown; repeat.</exception>
    Task<MediaState> Submit(MediaSubmission media);

    /// <summary>Where a medium is; None when it was never submitted. A plain read.</summary>
    /// <param name="hash">SHA-256 of the content as 43 base64url characters.</param>
    Task<MediaState> Find(string hash);

    /// <summary>WeChat's push <c>wxa_media_check</c>. Unknown, repeated and late results change nothing.</summary>
    /// <exception cref="LedgerException">Durability unknown; repeat.</exception>
    Task Answered(MediaAnswer answer);

    /// <summary>A moderator decides about a medium in review.</summary>
    /// <exception cref="LedgerException">Durability unknown; repeat.</exception>
    Task<Receipt> Review(string hash, ParticipantId by, bool pass);
}

/// <summary>One medium to check.</summary>
/// <param name="Hash">SHA-256 of the content as 43 base64url characters.</param>
/// <param name="Url">Where WeChat fetches it: an absolute https address of at most 1,024 characters that stays readable for an hour.</param>
/// <param name="Kind">Sound or picture.</param>
/// <param name="By">Who brought it: WeChat checks in the name of a person who was in the mini program within two hours.</param>
[GenerateSerializer, Immutable, Alias("eng.media.submission")]
public sealed record MediaSubmission(
    [property: Id(0)] string Hash, [property: Id(1)] string Url, [property: Id(2)] MediaKind Kind, [property: Id(3)] ParticipantId By);

/// <summary>WeChat's media_type.</summary>
public enum MediaKind
{
    /// <summary>A sound.</summary>
    Sound = 1,

    /// <summary>A picture.</summary>
    Picture = 2,
}

/// <summary>WeChat's result for one medium.</summary>
/// <param name="TraceId">As <c>media_check_async</c> returned it, at most 128 characters.</param>
/// <param name="Errcode">Not 0 when the check itself failed.</param>
/// <param name="Suggest">pass, review or risky; anything else counts as review.</param>
/// <param name="Label">100 for nothing found.</param>
[GenerateSerializer, Immutable, Alias("eng.media.answer")]
public sealed record MediaAnswer(
    [property: Id(0)] string TraceId, [property: Id(1)] long Errcode, [property: Id(2)] string? Suggest, [property: Id(3)] int Label);

/// <summary>Where a medium is.</summary>
public enum MediaState
{
    /// <summary>Unknown.</summary>
    None = 0,

    /// <summary>Waits for WeChat; nobody sees it.</summary>
    Held,

    /// <summary>Passed.</summary>
    Shown,

    /// <summary>Refused for good.</summary>
    Refused,

    /// <summary>Waits for a moderator; nobody sees it.</summary>
    Review,
}

/// <summary>One medium's check. Key: <c>campaign/hash</c>.</summary>
[Alias("eng.media")]
public interface IMediaCheckGrain : IGrainWithStringKey
{
    /// <summary>As <see cref="IMediaChecks.Submit"/>.</summary>
    [Alias("Submit"), ResponseTimeout("00:00:10")] Task<MediaState> Submit(MediaSubmission media);

    /// <summary>As <see cref="IMediaChecks.Answered"/>.</summary>
    [Alias("Answered"), ResponseTimeout("00:00:05")] Task Answered(MediaAnswer answer);

    /// <summary>As <see cref="IMediaChecks.Review"/>.</summary>
    [Alias("Review"), ResponseTimeout("00:00:05")] Task<Receipt> Review(ParticipantId by, bool pass);

    /// <summary>An agenda entry of this medium is due. Late, repeated and concurrent calls are harmless.</summary>
    [Alias("Due"), ResponseTimeout("00:00:20")] Task Due(string entry);
}
