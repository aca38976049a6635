using System.Xml.Linq;
using Engagement.WeChat.Emulator.Accounts;
using Engagement.WeChat.Emulator.Messages;
using Engagement.WeChat.Emulator.Personas;

namespace Engagement.WeChat.Emulator.Callbacks;

/// <summary>Pushes the results of messages.</summary>
internal sealed class MessageEvents(Pusher pusher, AccountBook accounts) : IMessageEvents
{
    public void TemplateSent(Persona persona, long messageId, bool blocked) => pusher.Push(
        PushOrder.Event(accounts.Service, persona, "TEMPLATESENDJOBFINISH", PushXml.Number("MsgID", messageId), PushXml.Text("Status", blocked ? "failed:user block" : "success")),
        PushManner.Plain);

    public void SubscriptionSent(Account account, Persona persona, string templateId, long messageId, bool blocked)
    {
        var entry = new XElement("List", PushXml.Text("TemplateId", templateId), PushXml.Number("MsgID", messageId),
            PushXml.Number("ErrorCode", blocked ? 43101 : 0), PushXml.Text("ErrorStatus", blocked ? "user refused" : "success"));
        pusher.Push(
            PushOrder.Event(account, persona, "subscribe_msg_sent_event", new XElement("SubscribeMsgSentEvent", entry)),
            PushManner.Plain);
    }
}
