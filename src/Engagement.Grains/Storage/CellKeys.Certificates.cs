using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Engagement.Contracts;

namespace Engagement.Grains.Storage;

public sealed partial class CellKeys
{
    /// <summary>Characters of the codes of certificates: 60 bits, typed from paper or carried by a QR code.</summary>
    public const int CertificateCodeLength = 12;

    /// <summary>Characters of a holder's own code, good for a quarter of an hour.</summary>
    public const int HolderCodeLength = 8;

    private const int HolderMinutes = 15;

    /// <summary>The number of the certificate that a volunteer's command makes: a replay makes the same one.</summary>
    public CertificateNumber CertificateNumber(ParticipantId volunteer, CommandId command) =>
        Contracts.CertificateNumber.Of(ShortCode.Of(Certificate($"number {volunteer} {command}"), Contracts.CertificateNumber.Length - 1));

    /// <summary>The number of a star's certificate: of one volunteer and one star.</summary>
    public CertificateNumber StarNumber(ParticipantId volunteer, int level) =>
        Contracts.CertificateNumber.Of(ShortCode.Of(Certificate(string.Create(CultureInfo.InvariantCulture, $"star {volunteer} {level}")), Contracts.CertificateNumber.Length - 1));

    /// <summary>What opens a certificate to whoever was handed it: it follows from the number, and nobody guesses it.</summary>
    public string CertificateCode(CertificateNumber number) => ShortCode.Of(Certificate($"code {number}"), CertificateCodeLength);

    /// <summary>Compares in constant time; a code may be typed with dashes and in either case.</summary>
    public bool IsCertificateCode(CertificateNumber number, string? typed) => Same(ShortCode.Read(typed, CertificateCodeLength), CertificateCode(number));

    /// <summary>The secret of a link to a part of a certificate.</summary>
    public string ShareSecret(CertificateNumber number, int share) => OpaqueId.Format(new(Certificate(string.Create(CultureInfo.InvariantCulture, $"share {number} {share}")).AsSpan(0, 16), bigEndian: true));

    /// <summary>Compares in constant time.</summary>
    public bool IsShareSecret(CertificateNumber number, int share, string? secret) => Same(secret, ShareSecret(number, share));

    /// <summary>The salt of one part of a certificate: without it nobody finds out by trying what a hidden part says.</summary>
    public string CertificateSalt(CertificateNumber number, string part) => OpaqueId.Format(new(Certificate($"salt {number} {part}").AsSpan(0, 16), bigEndian: true));

    /// <summary>The holder's own code of this minute: told to somebody, it lets them see the name for a quarter of an hour.</summary>
    public string HolderCode(CertificateNumber number, DateTimeOffset now) => HolderCode(number, Minute(now));

    /// <summary>Whether it is the code of one of the latest 15 minutes; compares in constant time.</summary>
    public bool IsHolderCode(CertificateNumber number, string? typed, DateTimeOffset now)
    {
        var (code, found) = (ShortCode.Read(typed, HolderCodeLength), false);
        for (var minute = 0; minute < HolderMinutes; minute++)
        {
            found |= Same(code, HolderCode(number, Minute(now) - minute));
        }

        return found;
    }

    private string HolderCode(CertificateNumber number, long minute) =>
        ShortCode.Of(Certificate(string.Create(CultureInfo.InvariantCulture, $"holder {number} {minute}")), HolderCodeLength);

    private static long Minute(DateTimeOffset now) => now.ToUnixTimeSeconds() / 60;

    // The key of letters: what is put in is longer than their ids and begins with a word, so neither is ever the other.
    private byte[] Certificate(string what) => HMACSHA256.HashData(_letters, Encoding.ASCII.GetBytes("certificate " + what));

    private static bool Same(string? given, string expected) => given is not null && given.Length == expected.Length
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.ASCII.GetBytes(expected));
}
