namespace Engagement.WeChat;

/// <summary>A subscription notice (订阅通知, <c>bizsend</c>) of the service account, for whoever allowed it by <c>wx-open-subscribe</c>.</summary>
/// <param name="OpenId">The receiver, of the service account; need not follow.</param>
/// <param name="TemplateId">The template the person allowed.</param>
/// <param name="Fields">The template's fields by name, e.g. <c>thing8</c>; values within WeChat's limits.</param>
/// <param name="Page">The web address that a tap opens; null opens nothing.</param>
/// <param name="MiniProgram">Opened instead of <paramref name="Page"/> when the client can.</param>
public sealed record SubscriptionMessage(
    string OpenId, string TemplateId, IReadOnlyDictionary<string, string> Fields, Uri? Page = null, MiniProgramPage? MiniProgram = null);
