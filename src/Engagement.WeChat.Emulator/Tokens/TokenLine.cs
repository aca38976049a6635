namespace Engagement.WeChat.Emulator.Tokens;

/// <summary>The tokens of one kind that an account got, one after another.</summary>
internal sealed class TokenLine
{
    /// <summary>The latest, or null before the first.</summary>
    public IssuedToken? Current { get; set; }

    /// <summary>Earlier ones, newest last; at most eight, then they are as unknown as any other text.</summary>
    public List<IssuedToken> Retired { get; set; } = [];

    /// <summary>When it was renewed by force, newest last; as many as a day allows.</summary>
    public List<DateTimeOffset> Forced { get; set; } = [];

    /// <summary>Puts a new token in the current one's place, which then works until <paramref name="oldUntil"/>.</summary>
    public IssuedToken Renew(string value, DateTimeOffset expiresAt, DateTimeOffset oldUntil)
    {
        if (Current is { } old)
        {
            Retired.Add(old with { WorksUntil = oldUntil });
            Retired.RemoveRange(0, Math.Max(0, Retired.Count - 8));
        }

        return Current = new(value, expiresAt, expiresAt);
    }
}

/// <summary>A token or ticket.</summary>
/// <param name="Value">Its text.</param>
/// <param name="ExpiresAt">The end of the life that was promised.</param>
/// <param name="WorksUntil">The end of the life it has; another one once it was replaced.</param>
internal sealed record IssuedToken(string Value, DateTimeOffset ExpiresAt, DateTimeOffset WorksUntil);

/// <summary>Kinds of tokens, isolated from one another.</summary>
internal enum TokenKind
{
    /// <summary>Of <c>cgi-bin/token</c>.</summary>
    Classic,

    /// <summary>Of <c>cgi-bin/stable_token</c>.</summary>
    Stable,

    /// <summary>The ticket of <c>cgi-bin/ticket/getticket</c>.</summary>
    Ticket,
}
