using System.Diagnostics.CodeAnalysis;

namespace Engagement.WeChat;

/// <summary>Why a push was not believed; for the log only, the sender learns the status.</summary>
public enum CallbackRefusal
{
    /// <summary>It was believed.</summary>
    None = 0,

    /// <summary>A parameter is missing or malformed.</summary>
    Query,

    /// <summary>The body is no envelope, or no message.</summary>
    Body,

    /// <summary>Its mode is not accepted (<see cref="CallbackOptions.Modes"/>).</summary>
    Mode,

    /// <summary>Its timestamp is outside the window.</summary>
    Stale,

    /// <summary>Its signature is wrong.</summary>
    Signature,

    /// <summary>It can't be decrypted.</summary>
    Encryption,

    /// <summary>It is meant for another account.</summary>
    AppId,
}

/// <summary>A push at the door.</summary>
/// <param name="Refusal">Why it was not believed.</param>
/// <param name="Message">The message, when it was.</param>
/// <param name="AppId">The account of ours that it is meant for.</param>
/// <param name="Encrypted">Whether the reply must be encrypted too.</param>
public sealed record CallbackResult(CallbackRefusal Refusal, PushMessage? Message = null, string AppId = "", bool Encrypted = false)
{
    /// <summary>True when <see cref="Message"/> is there.</summary>
    [MemberNotNullWhen(true, nameof(Message))]
    public bool IsBelieved => Refusal == CallbackRefusal.None && Message is not null;
}
