using System.Xml.Linq;
using Engagement.WeChat.Emulator.Accounts;
using Engagement.WeChat.Emulator.Personas;

namespace Engagement.WeChat.Emulator.Callbacks;

/// <summary>A push to be made.</summary>
/// <param name="Account">Whose server it goes to.</param>
/// <param name="Persona">From whom.</param>
/// <param name="MessageType"><c>text</c>, <c>event</c> and so on.</param>
/// <param name="What">The message type or the event, for the log.</param>
/// <param name="Elements">The body beyond the four elements that every push has.</param>
internal sealed record PushOrder(Account Account, Persona Persona, string MessageType, string What, IReadOnlyList<XElement> Elements)
{
    public static PushOrder Event(Account account, Persona persona, string name, params IEnumerable<XElement> more) =>
        new(account, persona, "event", name, [PushXml.Text("Event", name), .. more]);

    /// <summary>From whom, for the account.</summary>
    public string OpenId => (Persona with { Snapshot = false }).OpenId(Account.AppId);
}

/// <summary>How a push is disturbed.</summary>
/// <param name="Mode">Another mode than the target's, or null.</param>
/// <param name="Delay">How long it is under way before it arrives.</param>
/// <param name="Copies">How often each delivery arrives at once, to the letter the same.</param>
/// <param name="DropAnswers">How many of the first deliveries' answers get lost, so that the push is delivered again.</param>
internal sealed record PushManner(PushMode? Mode = null, TimeSpan Delay = default, int Copies = 1, int DropAnswers = 0)
{
    public static readonly PushManner Plain = new();
}
