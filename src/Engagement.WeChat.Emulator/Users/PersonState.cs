namespace Engagement.WeChat.Emulator.Users;

/// <summary>What WeChat knows of one persona's dealings with the accounts.</summary>
internal sealed class PersonState
{
    /// <summary>Since when the persona follows the service account; null while not.</summary>
    public DateTimeOffset? FollowedAt { get; set; }

    /// <summary>The QR code's scene by which the persona came to follow; null for a plain follow.</summary>
    public string? FollowScene { get; set; }

    /// <summary>Until when the account may answer with customer-service messages: 48 hours after a message or a menu tap.</summary>
    public DateTimeOffset WindowUntil { get; set; }

    /// <summary>How many such messages are left before the persona must write again.</summary>
    public int RepliesLeft { get; set; }

    /// <summary>When the persona last used the mini program.</summary>
    public DateTimeOffset? MiniProgramAt { get; set; }

    /// <summary>What <c>getuserriskrank</c> says: 0 to 4.</summary>
    public int RiskRank { get; set; }

    /// <summary>Whether the persona has switched the account's messages off, so that they are accepted and then fail.</summary>
    public bool Blocks { get; set; }

    /// <summary>Subscription prompts answered with yes, by template id.</summary>
    public Dictionary<string, Credit> Credits { get; set; } = new(StringComparer.Ordinal);
}

/// <summary>What an accepted prompt allows.</summary>
/// <param name="Messages">Messages left; not counted when <paramref name="LongTerm"/>.</param>
/// <param name="LongTerm">Whether every message is allowed until the persona refuses.</param>
internal sealed record Credit(int Messages, bool LongTerm);
