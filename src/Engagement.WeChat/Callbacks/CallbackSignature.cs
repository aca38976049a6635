using System.Security.Cryptography;
using System.Text;

namespace Engagement.WeChat;

/// <summary>WeChat's signature of a push: SHA-1 over the parts, sorted by their bytes and joined.</summary>
/// <remarks>https://developers.weixin.qq.com/doc/service/guide/dev/push/</remarks>
public static class CallbackSignature
{
    /// <summary>The signature as 40 lower-case hexadecimal digits.</summary>
    /// <param name="parts">Token, timestamp, nonce and, in safe mode, the encrypted message, in any order.</param>
    public static string Of(params string[] parts)
    {
        // Ordinal: a culture puts "abc" before "QDG", WeChat does not.
        var joined = string.Concat(parts.Order(StringComparer.Ordinal));
        return Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(joined)));
    }

    /// <summary>Whether <paramref name="signature"/> is that of <paramref name="parts"/>; takes the same time for every wrong one of the right length.</summary>
    public static bool Matches(string? signature, params string[] parts) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(signature ?? ""), Encoding.UTF8.GetBytes(Of(parts)));
}
