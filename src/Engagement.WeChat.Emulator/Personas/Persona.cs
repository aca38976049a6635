using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;

namespace Engagement.WeChat.Emulator.Personas;

/// <summary>A made-up WeChat user. All ids follow from the name, so they survive a restart and agree between machines.</summary>
/// <param name="Name">Also its key: 1 to 12 characters.</param>
/// <param name="Snapshot">True while WeChat would show this user a snapshot page (网页快照): a virtual visitor with ids of nobody.</param>
public sealed record Persona(string Name, bool Snapshot = false)
{
    /// <summary>Longest name, in Unicode characters.</summary>
    public const int LongestName = 12;

    /// <summary>The openid within one account: 28 characters, like WeChat's.</summary>
    public string OpenId(string appId) => Id("openid", appId);

    /// <summary>The unionid over all accounts of the city: 28 characters.</summary>
    [JsonIgnore]
    public string UnionId => Id("unionid", "");

    /// <summary>Whether this can be a name: neither empty nor too long, and nothing invisible that would make two names look alike.</summary>
    public static bool IsName([NotNullWhen(true)] string? name) =>
        name is { Length: > 0 and <= 2 * LongestName } && name == name.Trim()
        && name.EnumerateRunes().Count() <= LongestName && name.EnumerateRunes().All(IsVisible);

    private static bool IsVisible(Rune rune) => rune != Rune.ReplacementChar
        && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);

    private string Id(string kind, string appId) =>
        "o" + Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes($"{kind}\n{appId}\n{(Snapshot ? "snapshot" : "")}\n{Name}")))[..27];
}
