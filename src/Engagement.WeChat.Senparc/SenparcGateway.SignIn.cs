using Senparc.Weixin;
using Senparc.Weixin.CommonAPIs;
using Senparc.Weixin.MP.AdvancedAPIs;
using Senparc.Weixin.WxOpen.AdvancedAPIs.Sns;

namespace Engagement.WeChat;

internal sealed partial class SenparcGateway
{
    public async Task<OAuthResult> ExchangeCode(string code, CancellationToken cancellationToken)
    {
        if (!WeChatGateway.IsCode(code))
        {
            return new(WeChatOutcome.InvalidCode);
        }

        // Not by OAuthApi.GetAccessTokenAsync: in some versions its result does not tell snapshot visitors, who must never be stored.
        var address = Config.ApiMpHost + $"/{WeChatGateway.CodePath}?appid={_wechat.AppId}&secret={Uri.EscapeDataString(_wechat.AppSecret)}"
            + $"&code={code}&grant_type=authorization_code";
        var (outcome, answer) = await _calls.Ask(WeChatGateway.CodePath,
            () => CommonJsonSend.SendAsync<WebSignInSaid>(null, address, null, CommonJsonSendType.GET),
            static said => new SignInAnswer
            {
                Errcode = (long)said.errcode, Errmsg = said.errmsg, Openid = said.openid, Unionid = said.unionid,
                IsSnapshotuser = said.is_snapshotuser, AccessToken = said.access_token, Scope = said.scope,
            }, cancellationToken);
        (outcome, answer) = _own.Exchanged(WeChatGateway.CodePath, outcome, answer);
        return WeChatGateway.CodeResult(outcome, answer);
    }

    public async Task<UserInfoResult> UserInfo(string userToken, string openId, CancellationToken cancellationToken)
    {
        var (outcome, answer) = await _calls.Ask(WeChatGateway.UserInfoPath, () => OAuthApi.GetUserInfoAsync(userToken, openId),
            static said => new SignInAnswer { Openid = said.openid, Unionid = said.unionid }, cancellationToken);
        return _own.InfoResult(openId, outcome, answer);
    }

    public async Task<CodeSessionResult> ExchangeJsCode(string code, CancellationToken cancellationToken)
    {
        if (_own.MiniProgram() is not { } mini)
        {
            return new(WeChatOutcome.Misconfigured);
        }

        if (!WeChatGateway.IsCode(code))
        {
            return new(WeChatOutcome.InvalidCode);
        }

        // Senparc puts both into the address as they are.
        var (outcome, answer) = await _calls.Ask(WeChatGateway.JsCodePath,
            () => SnsApi.JsCode2JsonAsync(mini.AppId, Uri.EscapeDataString(mini.Secret), code),
            static said => new SignInAnswer { Errcode = (long)said.errcode, Errmsg = said.errmsg, Openid = said.openid, Unionid = said.unionid }, cancellationToken);
        (outcome, answer) = _own.Exchanged(WeChatGateway.JsCodePath, outcome, answer);
        return answer is null ? new(outcome) : new(outcome, answer.Openid, answer.Unionid);
    }
}
