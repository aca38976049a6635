using Engagement.WeChat.Emulator.Accounts;
using Engagement.WeChat.Emulator.Answers;
using Engagement.WeChat.Emulator.Calls;
using Engagement.WeChat.Emulator.Chats;
using Engagement.WeChat.Emulator.Personas;
using Engagement.WeChat.Emulator.State;
using Engagement.WeChat.Emulator.Templates;
using Engagement.WeChat.Emulator.Users;

namespace Engagement.WeChat.Emulator.Messages;

/// <summary>Subscription messages: <c>bizsend</c> of the service account, <c>send</c> of the mini program. One accepted prompt
/// allows one message, or all of a long-term template; following plays no part.
/// https://developers.weixin.qq.com/doc/service/api/notify/notify/api_sendnewsubscribemsg.html</summary>
internal sealed class SubscribeSendApi(
    EmulatorOptions options, EmulatorStore store, PersonaBook personas, People people, TemplateBook templates, ChatBook chats, IMessageEvents events) : IApi
{
    public IEnumerable<ApiRoute> Routes =>
    [
        ApiRoute.Send("cgi-bin/message/subscribe/bizsend", Right.ServiceAccount, Send, perDay: 100_000),
        ApiRoute.Send("cgi-bin/message/subscribe/send", Right.MiniProgram, Send, perDay: 30_000_000),
    ];

    private ApiAnswer Send(ApiCall call)
    {
        if (personas.ByOpenId(call.Account, call.Body.Text("touser")) is not { } persona)
        {
            return ApiError.InvalidOpenId;
        }

        if (templates.Find(call.Body.Text("template_id")) is not { } template || !Belongs(template, call.Account))
        {
            return ApiError.InvalidTemplateId;
        }

        string? link = null;
        var (rows, error) = MessageData.Read(call.Body.Object("data"), template);
        if ((error ?? Choices(call) ?? Target.Read(call.Body, "page", options.MiniProgramAppId, out link)) is { } refused)
        {
            return refused;
        }

        var (isMini, blocked) = (call.Account.Right is Right.MiniProgram, people.Read(persona, person => person.Blocks));
        if (isMini && link is not null && !Target.IsPage(link))
        {
            return ApiError.InvalidPage;
        }

        if (!people.Spend(persona, template.Id))
        {
            return ApiError.Refused;
        }

        if (!blocked)
        {
            chats.Add(persona, isMini ? ChatSide.MiniProgram : ChatSide.Account, "subscribe", template.Title, rows, link, template.Id);
        }

        events.SubscriptionSent(call.Account, persona, template.Id, store.Change(state => ++state.LastMessageId), blocked);
        return ApiAnswer.Ok();
    }

    private static bool Belongs(MessageTemplate template, Account account) => account.Right is Right.MiniProgram
        ? template.Kind is TemplateKind.MiniProgram or TemplateKind.MiniProgramLongTerm
        : template.Kind is TemplateKind.OneTime or TemplateKind.LongTerm;

    private static ApiError? Choices(ApiCall call) =>
        call.Body.Text("miniprogram_state") is not (null or "" or "developer" or "trial" or "formal") ? ApiError.InvalidArgument.About("miniprogram_state")
        : call.Body.Text("lang") is not (null or "" or "zh_CN" or "en_US" or "zh_HK" or "zh_TW") ? ApiError.InvalidArgument.About("lang")
        : null;
}
