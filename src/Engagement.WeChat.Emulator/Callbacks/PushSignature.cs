using System.Security.Cryptography;
using System.Text;

namespace Engagement.WeChat.Emulator.Callbacks;

/// <summary>WeChat's signature: SHA-1 in hex over the parts, sorted by their bytes and joined.</summary>
internal static class PushSignature
{
    public static string Of(params string[] parts)
    {
        Array.Sort(parts, StringComparer.Ordinal);
        return Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(string.Concat(parts))));
    }
}
