using Engagement.Contracts;
using Engagement.Grains.Moderation;
using Engagement.WeChat;
using Kind = Engagement.WeChat.MediaKind;

namespace Engagement.Web.Moderation;

/// <summary>Begins WeChat's check of a medium (media_check_async, product.md MA-02).</summary>
public sealed class WeChatMediaChecks(IWeChatGateway wechat) : IMediaCheckPort
{
    /// <inheritdoc/>
    public async Task<MediaBegun> Begin(string openId, MediaSubmission media)
    {
        var kind = media.Kind == Contracts.MediaKind.Sound ? Kind.Audio : Kind.Image;
        var begun = await wechat.CheckMedia(new(openId, CheckScene.Post, new(media.Url), kind), CancellationToken.None);
        return begun.IsOk ? new(begun.TraceId)
            : new(null, begun.Outcome is WeChatOutcome.Busy or WeChatOutcome.RateLimited or WeChatOutcome.TokenRejected or WeChatOutcome.Unavailable);
    }
}
