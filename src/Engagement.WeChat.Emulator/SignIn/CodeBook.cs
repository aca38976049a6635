using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Engagement.WeChat.Emulator.Personas;

namespace Engagement.WeChat.Emulator.SignIn;

/// <summary>Single-use codes of five minutes.</summary>
internal sealed class CodeBook(Func<DateTimeOffset> utcNow)
{
    /// <summary>How long a code works.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    /// <summary>How long an expired code is still known as such; later it is unknown.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromHours(1);

    /// <summary>Most codes kept; beyond it the oldest is forgotten first.</summary>
    public const int Capacity = 20_000;

    private readonly Lock gate = new();
    private readonly Queue<string> oldest = [];
    private readonly Dictionary<string, IssuedCode> issued = new(StringComparer.Ordinal);

    /// <summary>A new code, 32 characters.</summary>
    public string Issue(string appId, Persona persona, string? scope)
    {
        var code = RandomNumberGenerator.GetHexString(32, lowercase: true);
        lock (gate)
        {
            var now = utcNow();
            while (oldest.TryPeek(out var first) && (issued.Count >= Capacity || issued[first].ExpiresAt + Memory <= now))
            {
                issued.Remove(oldest.Dequeue());
            }

            issued.Add(code, new(appId, persona, scope, now + Lifetime));
            oldest.Enqueue(code);
        }

        return code;
    }

    /// <summary>Uses up the code if it is good. A code of another account is unknown and stays as it is.</summary>
    public CodeVerdict Exchange(string code, string appId, [MaybeNull] out IssuedCode found)
    {
        lock (gate)
        {
            if (!issued.TryGetValue(code, out found) || found.AppId != appId)
            {
                return CodeVerdict.Unknown;
            }

            if (found.Used)
            {
                return CodeVerdict.Used;
            }

            if (found.ExpiresAt <= utcNow())
            {
                return CodeVerdict.Expired;
            }

            found.Used = true;
            return CodeVerdict.Good;
        }
    }
}
