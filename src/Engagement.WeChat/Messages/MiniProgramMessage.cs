namespace Engagement.WeChat;

/// <summary>A subscription message of the mini program (<c>subscribe/send</c>), for whoever allowed it by <c>wx.requestSubscribeMessage</c>.</summary>
/// <param name="OpenId">The receiver, of the mini program: not the openid of the service account.</param>
/// <param name="TemplateId">The template the person allowed.</param>
/// <param name="Fields">The template's fields by name; values within WeChat's limits.</param>
/// <param name="Page">The page that a tap opens, with its query; null opens nothing.</param>
/// <param name="State"><c>formal</c>, <c>trial</c> or <c>developer</c>: which version of the mini program opens.</param>
public sealed record MiniProgramMessage(
    string OpenId, string TemplateId, IReadOnlyDictionary<string, string> Fields, string? Page = null, string State = "formal");
