namespace Engagement.WeChat.Emulator.Security;

/// <summary>A picture or recording that waits for its result.</summary>
internal sealed record MediaCheck(string TraceId, string Persona, string MediaUrl, int MediaType, DateTimeOffset At);

/// <summary>What becomes of media checks.</summary>
internal enum MediaRule
{
    /// <summary>A result follows after a moment: what the address says (<c>risky</c> or <c>review</c> in it), else pass.</summary>
    ByAddress,

    /// <summary>No result comes by itself; the tester gives it.</summary>
    ByHand,
}
