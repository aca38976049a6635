namespace Engagement.Web.JsSdk;

/// <summary>The card that WeChat's ··· menu sends (分享卡片). Copy obeys WeChat's rules on inducement (RR-14), which a test checks.</summary>
/// <param name="Title">Some 14 characters show.</param>
/// <param name="Text">Some 30 characters show; only in chats.</param>
/// <param name="Link">Absolute.</param>
/// <param name="People">Petals of the picture.</param>
public sealed record ShareCard(string Title, string Text, string Link, int People)
{
    /// <summary>The card for Moments; null is this one. A link that gives something away goes to a person or a group, never to Moments.</summary>
    public ShareCard? Moments { get; init; }
}
