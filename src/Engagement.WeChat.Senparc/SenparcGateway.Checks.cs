using System.Net;
using Senparc.Weixin;
using Senparc.Weixin.CommonAPIs;
using Senparc.Weixin.WxOpen.AdvancedAPIs.WxApp;
using Senparc.Weixin.WxOpen.AdvancedAPIs.WxApp.WxAppJson;

namespace Engagement.WeChat;

internal sealed partial class SenparcGateway
{
    public async Task<TextCheckResult> CheckText(TextCheck check, CancellationToken cancellationToken)
    {
        WeChatGateway.Check(check);
        var (outcome, answer) = await _calls.Call(WeChatAccount.MiniProgram, WeChatGateway.TextPath,
            token => WxAppApi.MsgSecCheckAsync(token, check.Content, 2, (int)check.Scene, check.OpenId, nickname: check.Nickname, timeOut: SenparcCalls.Timeout),
            static said => new CheckAnswer
            {
                Errcode = (long)said.errcode, Errmsg = said.errmsg, TraceId = said.trace_id,
                Result = said.result is { } verdict ? new(verdict.suggest, verdict.label) : null,
            }, cancellationToken);
        return _own.TextResult(outcome, answer);
    }

    public async Task<MediaCheckResult> CheckMedia(MediaCheck check, CancellationToken cancellationToken)
    {
        // Not by WxAppApi.MediaCheckAsyncAsync: it sends media_type as a text, where WeChat documents a number.
        var body = new { version = 2, openid = check.OpenId, scene = (int)check.Scene, media_url = check.Media.AbsoluteUri, media_type = (int)check.Kind };
        var (outcome, answer) = await _calls.Call(WeChatAccount.MiniProgram, WeChatGateway.MediaPath,
            token => CommonJsonSend.SendAsync<MediaCheckAsyncJsonResult>(token, Config.ApiMpHost + $"/{WeChatGateway.MediaPath}?access_token={{0}}", body,
                timeOut: SenparcCalls.Timeout),
            static said => new CheckAnswer { Errcode = (long)said.errcode, Errmsg = said.errmsg, TraceId = said.trace_id }, cancellationToken);
        return _own.MediaResult(outcome, answer);
    }

    public async Task<RiskRankResult> RiskRank(string openId, RiskScene scene, IPAddress client, CancellationToken cancellationToken)
    {
        var asked = new GetUserRiskRankParam { appid = _wechat.MiniProgramAppId, openid = openId, scene = (int)scene, client_ip = WeChatGateway.Address(client) };
        var (outcome, answer) = await _calls.Call(WeChatAccount.MiniProgram, WeChatGateway.RiskPath,
            token => WxAppApi.GetUserRiskAsync(token, asked, SenparcCalls.Timeout),
            static said => new RiskAnswer { Errcode = (long)said.errcode, Errmsg = said.errmsg, RiskRank = said.risk_rank }, cancellationToken);
        return _own.Result(outcome, answer);
    }
}
