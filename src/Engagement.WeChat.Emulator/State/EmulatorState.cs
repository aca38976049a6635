using Engagement.WeChat.Emulator.Callbacks;
using Engagement.WeChat.Emulator.Calls;
using Engagement.WeChat.Emulator.Chats;
using Engagement.WeChat.Emulator.Messages;
using Engagement.WeChat.Emulator.Personas;
using Engagement.WeChat.Emulator.QrCodes;
using Engagement.WeChat.Emulator.Security;
using Engagement.WeChat.Emulator.Templates;
using Engagement.WeChat.Emulator.Tokens;
using Engagement.WeChat.Emulator.Users;

namespace Engagement.WeChat.Emulator.State;

/// <summary>All that the emulator remembers, over a restart too when it has a folder. Guarded by <see cref="EmulatorStore"/>.</summary>
internal sealed class EmulatorState
{
    /// <summary>By how much a test clock of the emulator's own is ahead.</summary>
    public TimeSpan ClockAhead { get; set; }

    /// <summary>The number of the latest message; WeChat's are 64 bits wide and beyond what JavaScript counts exactly.</summary>
    public long LastMessageId { get; set; } = 24_000_000_000_000_000;

    /// <summary>Who can sign in, in the order of their first appearance.</summary>
    public List<Persona> Personas { get; set; } = [];

    /// <summary>What the account knows of a persona, by name.</summary>
    public Dictionary<string, PersonState> People { get; set; } = new(StringComparer.Ordinal);

    /// <summary>Tokens and tickets, by AppID and kind.</summary>
    public Dictionary<string, TokenLine> Tokens { get; set; } = new(StringComparer.Ordinal);

    /// <summary>Calls by name.</summary>
    public SortedDictionary<string, CallCount> Calls { get; set; } = new(StringComparer.Ordinal);

    /// <summary>Quotas used, by AppID and call.</summary>
    public Dictionary<string, QuotaUse> Quotas { get; set; } = new(StringComparer.Ordinal);

    /// <summary>How often quotas were cleared, by AppID and month.</summary>
    public Dictionary<string, int> Clears { get; set; } = new(StringComparer.Ordinal);

    /// <summary>The account's menu as it was created, or null.</summary>
    public string? Menu { get; set; }

    /// <summary>Parametric QR codes, oldest first.</summary>
    public List<QrTicket> QrTickets { get; set; } = [];

    /// <summary>Templates added over the control API, by id.</summary>
    public SortedDictionary<string, MessageTemplate> Templates { get; set; } = new(StringComparer.Ordinal);

    /// <summary>What was said, oldest first, all personas together.</summary>
    public List<ChatLine> Chats { get; set; } = [];

    /// <summary>Template messages of the last ten minutes that carried a <c>client_msg_id</c>.</summary>
    public List<SentOnce> SentOnce { get; set; } = [];

    /// <summary>Pictures and recordings whose check has no result yet.</summary>
    public List<MediaCheck> MediaChecks { get; set; } = [];

    /// <summary>What becomes of media checks.</summary>
    public MediaRule MediaRule { get; set; }

    /// <summary>The push target that a tester set, or null.</summary>
    public PushTarget? Target { get; set; }
}
