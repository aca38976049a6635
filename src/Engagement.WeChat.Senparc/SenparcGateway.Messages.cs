using Senparc.CO2NET.Helpers.Serializers;
using Senparc.Weixin;
using Senparc.Weixin.CommonAPIs;
using Senparc.Weixin.Entities;
using Senparc.Weixin.Entities.TemplateMessage;
using Senparc.Weixin.MP.AdvancedAPIs.NewTmpl;
using Senparc.Weixin.MP.AdvancedAPIs.TemplateMessage;
using Senparc.Weixin.WxOpen.AdvancedAPIs;

namespace Engagement.WeChat;

internal sealed partial class SenparcGateway
{
    public async Task<SentResult> SendTemplate(TemplateMessage message, CancellationToken cancellationToken)
    {
        WeChatGateway.Check(message);
        // Not by TemplateApi: it has no client_msg_id, which keeps a repeated notice from being shown twice.
        var body = new
        {
            touser = message.OpenId,
            template_id = message.TemplateId,
            data = Data(message.Fields),
            url = message.Url?.AbsoluteUri,
            miniprogram = Page(message.MiniProgram),
            client_msg_id = message.ClientMessageId,
        };
        var (outcome, answer) = await _calls.Call(WeChatAccount.ServiceAccount, WeChatGateway.TemplatePath,
            token => CommonJsonSend.SendAsync<SendTemplateMessageResult>(token, Config.ApiMpHost + $"/{WeChatGateway.TemplatePath}?access_token={{0}}", body,
                timeOut: SenparcCalls.Timeout, jsonSetting: new JsonSetting { IgnoreNulls = true }),
            static said => new SentAnswer { Errcode = (long)said.errcode, Errmsg = said.errmsg, Msgid = said.msgid }, cancellationToken);
        return _own.Result(WeChatGateway.TemplatePath, outcome, answer);
    }

    public async Task<SentResult> SendSubscription(SubscriptionMessage message, CancellationToken cancellationToken)
    {
        var (outcome, answer) = await _calls.Call(WeChatAccount.ServiceAccount, WeChatGateway.SubscriptionPath,
            token => NewTmplApi.BizSendAsync(token, message.OpenId, message.TemplateId, Data(message.Fields), message.Page?.AbsoluteUri, Page(message.MiniProgram),
                timeOut: SenparcCalls.Timeout),
            Sent, cancellationToken);
        return _own.Result(WeChatGateway.SubscriptionPath, outcome, answer);
    }

    public async Task<SentResult> SendMiniProgram(MiniProgramMessage message, CancellationToken cancellationToken)
    {
        var (outcome, answer) = await _calls.Call(WeChatAccount.MiniProgram, WeChatGateway.MiniProgramPath,
            token => MessageApi.SendSubscribeAsync(token, message.OpenId, message.TemplateId, Data(message.Fields), message.Page, message.State, "zh_CN",
                timeOut: SenparcCalls.Timeout),
            Sent, cancellationToken);
        return _own.Result(WeChatGateway.MiniProgramPath, outcome, answer);
    }

    // Senparc does not read the number of such a message; WeChat's result events carry the openid and the template as well.
    private static SentAnswer Sent(WxJsonResult said) => new() { Errcode = (long)said.errcode, Errmsg = said.errmsg };

    private static TemplateMessageData Data(IReadOnlyDictionary<string, string> fields)
    {
        var data = new TemplateMessageData(fields.Count);
        foreach (var (name, text) in fields)
        {
            data[name] = new TemplateMessageDataValue(text);
        }

        return data;
    }

    private static TemplateModel_MiniProgram? Page(MiniProgramPage? page) => page is null ? null : new() { appid = page.AppId, pagepath = page.PagePath };
}
