using Engagement.WeChat.Emulator.Accounts;
using Engagement.WeChat.Emulator.Answers;
using Engagement.WeChat.Emulator.Calls;
using Engagement.WeChat.Emulator.Chats;
using Engagement.WeChat.Emulator.Personas;
using Engagement.WeChat.Emulator.State;
using Engagement.WeChat.Emulator.Templates;
using Engagement.WeChat.Emulator.Users;

namespace Engagement.WeChat.Emulator.Messages;

/// <summary><c>cgi-bin/message/template/send</c>: a template message to a follower.
/// https://developers.weixin.qq.com/doc/service/guide/product/template_message/Template_Message_Interface.html</summary>
internal sealed class TemplateSendApi(
    EmulatorOptions options, EmulatorStore store, PersonaBook personas, People people, TemplateBook templates, ChatBook chats, IMessageEvents events) : IApi
{
    private static readonly TimeSpan Once = TimeSpan.FromMinutes(10);

    public IEnumerable<ApiRoute> Routes => [ApiRoute.Send("cgi-bin/message/template/send", Right.ServiceAccount, Send, perDay: 100_000)];

    private ApiAnswer Send(ApiCall call)
    {
        var openId = call.Body.Text("touser");
        if (personas.ByOpenId(call.Account, openId) is not { } persona)
        {
            return ApiError.InvalidOpenId;
        }

        if (templates.Find(call.Body.Text("template_id")) is not { Kind: TemplateKind.Template } template)
        {
            return ApiError.InvalidTemplateId;
        }

        string? link = null;
        var (rows, error) = MessageData.Read(call.Body.Object("data"), template);
        if ((error ?? Target.Read(call.Body, "url", options.MiniProgramAppId, out link)) is { } refused)
        {
            return refused;
        }

        if (!people.Follows(persona))
        {
            return ApiError.FollowRequired;
        }

        var once = call.Body.Text("client_msg_id");
        if (once is { Length: > 32 })
        {
            return ApiError.InvalidArgument.About("client_msg_id too long");
        }

        var (id, again) = Number(openId!, once, call.Now);
        if (!again)
        {
            var blocked = people.Read(persona, person => person.Blocks);
            if (!blocked)
            {
                chats.Add(persona, ChatSide.Account, "template", template.Title, rows, link, template.Id);
            }

            events.TemplateSent(persona, id, blocked);
        }

        var answer = ApiAnswer.Ok();
        answer["msgid"] = id;
        return answer;
    }

    private (long Id, bool Again) Number(string openId, string? once, DateTimeOffset now) => store.Change(state =>
    {
        state.SentOnce.RemoveAll(sent => sent.At <= now - Once);
        if (once is { Length: > 0 } && state.SentOnce.Find(sent => sent.OpenId == openId && sent.ClientMessageId == once) is { } before)
        {
            return (before.MessageId, true);
        }

        var id = ++state.LastMessageId;
        if (once is { Length: > 0 })
        {
            state.SentOnce.Add(new(openId, once, id, now));
        }

        return (id, false);
    });
}
