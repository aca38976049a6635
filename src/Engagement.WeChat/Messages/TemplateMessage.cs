namespace Engagement.WeChat;

/// <summary>A template message (模板消息) of the service account, for followers: service notices only, no marketing.</summary>
/// <param name="OpenId">The receiver, of the service account.</param>
/// <param name="TemplateId">As the account's console shows it.</param>
/// <param name="Fields">The template's fields by name, e.g. <c>thing1</c>; values within WeChat's limits (<c>thing</c> 20 characters).</param>
/// <param name="Url">What a tap opens; null opens nothing.</param>
/// <param name="MiniProgram">Opened instead of <paramref name="Url"/> when the client can.</param>
/// <param name="ClientMessageId">At most 32 characters: WeChat refuses the same one again within ten minutes, so that a repeat is not shown twice.</param>
public sealed record TemplateMessage(
    string OpenId, string TemplateId, IReadOnlyDictionary<string, string> Fields, Uri? Url = null, MiniProgramPage? MiniProgram = null,
    string? ClientMessageId = null);
