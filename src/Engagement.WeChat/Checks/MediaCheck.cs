namespace Engagement.WeChat;

/// <summary>A picture or sound to be checked by WeChat (<c>media_check_async</c>, version 2). The result comes as the event
/// <c>wxa_media_check</c> of the mini program, within 30 minutes.</summary>
/// <param name="OpenId">Its author, of the mini program, active within the last two hours.</param>
/// <param name="Scene">Where it is shown.</param>
/// <param name="Media">Where WeChat fetches it: a public address, at most 10 MB.</param>
/// <param name="Kind">What it is.</param>
public sealed record MediaCheck(string OpenId, CheckScene Scene, Uri Media, MediaKind Kind);
