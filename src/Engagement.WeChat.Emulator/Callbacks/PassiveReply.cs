namespace Engagement.WeChat.Emulator.Callbacks;

/// <summary>What a callback's answer comes to.</summary>
/// <param name="Kind">Its message type; null for "received, no reply".</param>
/// <param name="Text">What the person reads first.</param>
/// <param name="Link">Where a tap leads.</param>
/// <param name="Problem">Why WeChat would show the person a fault instead; null if all is well.</param>
internal sealed record PassiveReply(string? Kind = null, string? Text = null, string? Link = null, string? Problem = null)
{
    public static readonly PassiveReply None = new();

    public static PassiveReply Bad(string problem) => new(Problem: problem);
}
