using Engagement.WeChat.Emulator.Personas;

namespace Engagement.WeChat.Emulator.SignIn;

/// <summary>A code on its way through a browser or a mini program.</summary>
/// <param name="AppId">Only this account can exchange it.</param>
/// <param name="Persona">Who it stands for, as they were when it was issued.</param>
/// <param name="Scope">The OAuth scope; null for a <c>wx.login</c> code.</param>
/// <param name="ExpiresAt">From this moment on it is <see cref="CodeVerdict.Expired"/>.</param>
internal sealed record IssuedCode(string AppId, Persona Persona, string? Scope, DateTimeOffset ExpiresAt)
{
    /// <summary>Set by the exchange that used it up.</summary>
    public bool Used { get; set; }
}

/// <summary>Whether a code can be exchanged.</summary>
internal enum CodeVerdict
{
    /// <summary>Never issued to this account, or long forgotten.</summary>
    Unknown,

    /// <summary>Good, and used up by this very exchange.</summary>
    Good,

    /// <summary>Exchanged before.</summary>
    Used,

    /// <summary>Older than five minutes.</summary>
    Expired,
}
