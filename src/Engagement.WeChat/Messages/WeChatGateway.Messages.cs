namespace Engagement.WeChat;

internal sealed partial class WeChatGateway
{
    internal const string TemplatePath = "cgi-bin/message/template/send";
    internal const string SubscriptionPath = "cgi-bin/message/subscribe/bizsend";
    internal const string MiniProgramPath = "cgi-bin/message/subscribe/send";

    public Task<SentResult> SendTemplate(TemplateMessage message, CancellationToken cancellationToken)
    {
        Check(message);
        return Send(WeChatAccount.ServiceAccount, TemplatePath, MessageBody.To(message.OpenId, message.TemplateId, message.Fields) with
        {
            Url = message.Url?.AbsoluteUri,
            Miniprogram = MessageBody.Mini.Of(message.MiniProgram),
            ClientMsgId = message.ClientMessageId,
        }, cancellationToken);
    }

    public Task<SentResult> SendSubscription(SubscriptionMessage message, CancellationToken cancellationToken) =>
        Send(WeChatAccount.ServiceAccount, SubscriptionPath, MessageBody.To(message.OpenId, message.TemplateId, message.Fields) with
        {
            Page = message.Page?.AbsoluteUri,
            Miniprogram = MessageBody.Mini.Of(message.MiniProgram),
        }, cancellationToken);

    public Task<SentResult> SendMiniProgram(MiniProgramMessage message, CancellationToken cancellationToken) =>
        Send(WeChatAccount.MiniProgram, MiniProgramPath, MessageBody.To(message.OpenId, message.TemplateId, message.Fields) with
        {
            Page = message.Page,
            MiniprogramState = message.State,
            Lang = "zh_CN",
        }, cancellationToken);

    private async Task<SentResult> Send(WeChatAccount account, string api, MessageBody message, CancellationToken cancellationToken)
    {
        var (outcome, answer) = await caller.Call(account, api, "", Body(message, WeChatJson.Wire.MessageBody), Json(WeChatJson.Wire.SentAnswer), cancellationToken);
        return Result(api, outcome, answer);
    }

    /// <exception cref="ArgumentException">It is out of WeChat's bounds.</exception>
    internal static void Check(TemplateMessage message)
    {
        if (message.ClientMessageId is { Length: > 32 })
        {
            throw new ArgumentException("A client message id has at most 32 characters.", nameof(message));
        }
    }

    internal SentResult Result(string api, WeChatOutcome outcome, SentAnswer? answer) => answer switch
    {
        null => new(outcome),
        { Errcode: null } => new(Missing(api, "errcode")),
        _ => new(outcome, answer.Msgid ?? 0),
    };
}
