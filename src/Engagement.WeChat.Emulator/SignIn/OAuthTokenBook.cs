using System.Security.Cryptography;
using Engagement.WeChat.Emulator.Personas;

namespace Engagement.WeChat.Emulator.SignIn;

/// <summary>Tokens of web sign-ins, each good for one person's name. The newest are kept, in memory only.</summary>
internal sealed class OAuthTokenBook
{
    /// <summary>How long one works.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromSeconds(7200);

    /// <summary>Most that are kept.</summary>
    public const int Capacity = 20_000;

    private readonly Lock gate = new();
    private readonly Queue<string> oldest = [];
    private readonly Dictionary<string, OAuthToken> issued = new(StringComparer.Ordinal);

    public OAuthToken Issue(IssuedCode code, DateTimeOffset now)
    {
        var token = new OAuthToken(NewValue(), NewValue(), code.Persona, code.AppId, code.Scope ?? AuthorizeRequest.BaseScope, now + Life);
        lock (gate)
        {
            if (issued.Count >= Capacity)
            {
                issued.Remove(oldest.Dequeue());
            }

            issued.Add(token.Value, token);
            oldest.Enqueue(token.Value);
        }

        return token;
    }

    public OAuthToken? Find(string value)
    {
        lock (gate)
        {
            return issued.GetValueOrDefault(value);
        }
    }

    private static string NewValue() => RandomNumberGenerator.GetHexString(64, lowercase: true);
}

/// <summary>The token of one web sign-in.</summary>
internal sealed record OAuthToken(string Value, string Refresh, Persona Persona, string AppId, string Scope, DateTimeOffset ExpiresAt);
