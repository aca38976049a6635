using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Engagement.Web.Companies;

/// <summary>The headers that sign a company's request.</summary>
/// <param name="Key">Key id: <c>company.random</c>.</param>
/// <param name="Time">Unix seconds.</param>
/// <param name="Nonce">Used once: 16 to 64 of A-Z, a-z, 0-9, hyphen and underscore.</param>
/// <param name="Value">HMAC-SHA256 in hexadecimal.</param>
internal sealed record CompanySignature(string Key, long Time, string Nonce, string Value)
{
    /// <summary>Reads them; null when one is missing, doubled or malformed.</summary>
    public static CompanySignature? Read(IHeaderDictionary headers)
    {
        var (key, time, nonce, value) = (headers["X-Company-Key"], headers["X-Company-Time"], headers["X-Company-Nonce"], headers["X-Company-Signature"]);
        return key is [{ Length: > 2 and <= 80 } id] && time is [{ Length: <= 12 } text] && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && nonce is [{ Length: >= 16 and <= 64 } once] && once.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')
            && value is [{ Length: 64 } hex] && hex.All(char.IsAsciiHexDigit)
            ? new(id, seconds, once, hex) : null;
    }

    /// <summary>The company that the key says it is of; proven only by <see cref="IsOf"/>.</summary>
    public string? Company => Key.IndexOf('.') is > 0 and var dot ? Key[..dot] : null;

    /// <summary>Whether the caller's clock agrees with ours.</summary>
    public bool IsInTime(DateTimeOffset now, int windowSeconds) => Math.Abs(now.ToUnixTimeSeconds() - Time) <= windowSeconds;

    /// <summary>Whether it signs this request; compares in constant time.</summary>
    public bool IsOf(string method, string target, byte[] body, byte[] secret) =>
        CryptographicOperations.FixedTimeEquals(Convert.FromHexString(Value), Sign(method, target, body, Nonce, Time, secret));

    /// <summary>The signature: HMAC-SHA256 over five lines, each ended by a line feed but the last.</summary>
    public static byte[] Sign(string method, string target, byte[] body, string nonce, long time, byte[] secret) => HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"{method}\n{target}\n{Convert.ToHexStringLower(SHA256.HashData(body))}\n{nonce}\n{time}")));
}
