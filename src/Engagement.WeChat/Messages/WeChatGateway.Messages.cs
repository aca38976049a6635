namespace Engagement.WeChat;

internal sealed partial class WeChatGateway
{
    public Task<SentResult> SendTemplate(TemplateMessage message, CancellationToken cancellationToken)
    {
        if (message.ClientMessageId is { Length: > 32 })
        {
            throw new ArgumentException("A client message id has at most 32 characters.", nameof(message));
        }

        return Send(WeChatAccount.ServiceAccount, "cgi-bin/message/template/send", MessageBody.To(message.OpenId, message.TemplateId, message.Fields) with
        {
            Url = message.Url?.AbsoluteUri,
            Miniprogram = MessageBody.Mini.Of(message.MiniProgram),
            ClientMsgId = message.ClientMessageId,
        }, cancellationToken);
    }

    public Task<SentResult> SendSubscription(SubscriptionMessage message, CancellationToken cancellationToken) =>
        Send(WeChatAccount.ServiceAccount, "cgi-bin/message/subscribe/bizsend", MessageBody.To(message.OpenId, message.TemplateId, message.Fields) with
        {
            Page = message.Page?.AbsoluteUri,
            Miniprogram = MessageBody.Mini.Of(message.MiniProgram),
        }, cancellationToken);

    public Task<SentResult> SendMiniProgram(MiniProgramMessage message, CancellationToken cancellationToken) =>
        Send(WeChatAccount.MiniProgram, "cgi-bin/message/subscribe/send", MessageBody.To(message.OpenId, message.TemplateId, message.Fields) with
        {
            Page = message.Page,
            MiniprogramState = message.State,
            Lang = "zh_CN",
        }, cancellationToken);

    private async Task<SentResult> Send(WeChatAccount account, string api, MessageBody message, CancellationToken cancellationToken)
    {
        var (outcome, answer) = await caller.Call(account, api, "", Body(message, WeChatJson.Wire.MessageBody), Json(WeChatJson.Wire.SentAnswer), cancellationToken);
        return answer switch
        {
            null => new(outcome),
            { Errcode: null } => new(Missing(api, "errcode")),
            _ => new(outcome, answer.Msgid ?? 0),
        };
    }
}
