using Engagement.WeChat.Emulator.Accounts;
using Engagement.WeChat.Emulator.Personas;

namespace Engagement.WeChat.Emulator.Messages;

/// <summary>What WeChat tells the account's server after it accepted a message or a file.</summary>
internal interface IMessageEvents
{
    /// <summary>A template message arrived, or failed because the person blocks the account.</summary>
    void TemplateSent(Persona persona, long messageId, bool blocked);

    /// <summary>A subscription message arrived, or failed for the same reason.</summary>
    void SubscriptionSent(Account account, Persona persona, string templateId, long messageId, bool blocked);
}
