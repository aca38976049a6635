using System.Net;

namespace Engagement.WeChat;

internal sealed partial class WeChatGateway
{
    public Task<UserInfoResult> UserInfo(string userToken, string openId, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<FollowerResult> Follower(string openId, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<QrCodeResult> CreateQrCode(QrCodeRequest request, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<MiniCodeResult> CreateMiniCode(MiniCodeRequest request, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<WeChatOutcome> CreateMenu(IReadOnlyList<MenuButton> buttons, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<MenuResult> GetMenu(CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<WeChatOutcome> DeleteMenu(CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<SentResult> SendTemplate(TemplateMessage message, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<SentResult> SendSubscription(SubscriptionMessage message, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<SentResult> SendMiniProgram(MiniProgramMessage message, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<TextCheckResult> CheckText(TextCheck check, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<MediaCheckResult> CheckMedia(MediaCheck check, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<RiskRankResult> RiskRank(string openId, RiskScene scene, IPAddress client, CancellationToken cancellationToken) => throw new NotSupportedException();
}
