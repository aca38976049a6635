using Senparc.Weixin.MP;
using Senparc.Weixin.MP.AdvancedAPIs;

namespace Engagement.WeChat;

internal sealed partial class SenparcGateway
{
    public async Task<FollowerResult> Follower(string openId, CancellationToken cancellationToken)
    {
        // Senparc reads an absent member as 0: an answer that does not name the person is none.
        var (outcome, answer) = await _calls.Call(WeChatAccount.ServiceAccount, WeChatGateway.FollowerPath, token => UserApi.InfoAsync(token, openId),
            said => new FollowerAnswer
            {
                Errcode = (long)said.errcode, Errmsg = said.errmsg, Subscribe = said.openid == openId ? said.subscribe : null,
                Unionid = said.unionid, SubscribeTime = said.subscribe_time, SubscribeScene = said.subscribe_scene,
            }, cancellationToken);
        return _own.Result(outcome, answer);
    }

    public async Task<QrCodeResult> CreateQrCode(QrCodeRequest request, CancellationToken cancellationToken)
    {
        WeChatGateway.Check(request);
        var kind = request.Lifetime is null ? QrCode_ActionName.QR_LIMIT_STR_SCENE : QrCode_ActionName.QR_STR_SCENE;
        var (outcome, answer) = await _calls.Call(WeChatAccount.ServiceAccount, WeChatGateway.QrCodePath,
            token => QrCodeApi.CreateAsync(token, (int)(request.Lifetime?.TotalSeconds ?? 0), 0, kind, request.Scene, SenparcCalls.Timeout),
            static said => new QrCodeAnswer
            {
                Errcode = (long)said.errcode, Errmsg = said.errmsg, Ticket = said.ticket, Url = said.url, ExpireSeconds = said.expire_seconds,
            }, cancellationToken);
        return _own.Result(outcome, answer);
    }
}
