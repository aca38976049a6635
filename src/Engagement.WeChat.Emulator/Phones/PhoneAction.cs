using Engagement.WeChat.Emulator.Callbacks;

namespace Engagement.WeChat.Emulator.Phones;

/// <summary>What a persona does with the phone, and how WeChat's push about it is disturbed. Body of <c>POST /emulator/actions</c>.</summary>
/// <param name="Persona">Who.</param>
/// <param name="Do">What; see docs/emulator.md.</param>
internal sealed record PhoneAction(string? Persona, string? Do)
{
    /// <summary>Of a text: what is written. Of a voice message: what it is recognised as.</summary>
    public string? Text { get; init; }

    public string? Title { get; init; }

    public string? Description { get; init; }

    public string? Url { get; init; }

    public string? Label { get; init; }

    public double? Latitude { get; init; }

    public double? Longitude { get; init; }

    /// <summary>Of a scan: the scene, the ticket or the address in the code.</summary>
    public string? Code { get; init; }

    /// <summary>Of a menu tap: the button's key or address. Of an event: its name.</summary>
    public string? Key { get; init; }

    /// <summary>Of a prompt: <c>accept</c> or <c>reject</c> by template id.</summary>
    public Dictionary<string, string>? Templates { get; init; }

    /// <summary>Of a free event or message: more elements by name.</summary>
    public Dictionary<string, string>? Fields { get; init; }

    /// <summary>Of a free message: its type.</summary>
    public string? MsgType { get; init; }

    /// <summary>Whether the mini program's server is told, not the service account's.</summary>
    public bool MiniProgram { get; init; }

    /// <summary>Another mode than the target's.</summary>
    public PushMode? Mode { get; init; }

    /// <summary>How long the push is under way, up to a minute.</summary>
    public int DelayMs { get; init; }

    /// <summary>How often each delivery arrives at once, 1 to 20.</summary>
    public int Copies { get; init; } = 1;

    /// <summary>How many answers get lost, 0 to 4, so that the push is delivered again.</summary>
    public int DropAnswers { get; init; }

    /// <summary>The manner, or what is wrong with it.</summary>
    public (PushManner? Manner, string? Error) Manner() =>
        DelayMs is < 0 or > 60_000 ? (null, "delayMs 须为 0 至 60000。")
        : Copies is < 1 or > 20 ? (null, "copies 须为 1 至 20。")
        : DropAnswers is < 0 or > Pusher.Retries + 1 ? (null, "dropAnswers 须为 0 至 4。")
        : (new(Mode, TimeSpan.FromMilliseconds(DelayMs), Copies, DropAnswers), null);
}
