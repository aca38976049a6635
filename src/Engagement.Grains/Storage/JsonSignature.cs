using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Engagement.Grains.Storage;

/// <summary>
/// A JSON Web Signature (RFC 7515, ES256) with the number of the key in its header: every platform has a library that reads it, and every byte of it counts.
/// </summary>
/// <param name="signer">The city's key.</param>
/// <param name="type">What is signed, as the header's <c>typ</c> says it: one kind is never taken for another.</param>
public sealed class JsonSignature(CellSigner signer, string type)
{
    private const DSASignatureFormat Format = DSASignatureFormat.IeeeP1363FixedFieldConcatenation;

    private readonly string _header = Base64Url.EncodeToString(Encoding.ASCII.GetBytes($$"""{"alg":"ES256","typ":"{{type}}","kid":"{{signer.KeyId}}"}"""));

    /// <summary>Signs JSON as it stands.</summary>
    public string Sign(ReadOnlySpan<byte> json)
    {
        var said = $"{_header}.{Base64Url.EncodeToString(json)}";
        return $"{said}.{Base64Url.EncodeToString(signer.Sign(Encoding.ASCII.GetBytes(said), Format))}";
    }

    /// <summary>The JSON; null when this city did not sign exactly this.</summary>
    /// <param name="signed">What is shown.</param>
    /// <param name="longest">Nothing longer is looked at.</param>
    public byte[]? Verify(string? signed, int longest) =>
        signed is not null && signed.Length <= longest && signed.Split('.') is [var header, var json, var signature] && header == _header
        && Exact(json) is { } body && Exact(signature) is { } bytes && signer.Verify(Encoding.ASCII.GetBytes($"{header}.{json}"), bytes, Format) ? body : null;

    /// <summary>Reads base64url; null unless it is written exactly so. Its last character has bits that mean nothing: changed, it would read the same.</summary>
    public static byte[]? Exact(string text) =>
        Base64Url.IsValid(text) && Base64Url.DecodeFromChars(text) is { } bytes && Base64Url.EncodeToString(bytes) == text ? bytes : null;
}
