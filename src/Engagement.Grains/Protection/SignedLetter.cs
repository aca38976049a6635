using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Protection;

/// <summary>
/// A letter as everybody may check it: a JSON Web Signature (RFC 7515, ES256) with the number of the key in its header. Every
/// company has a library that reads it; every byte of it counts.
/// </summary>
public sealed class SignedLetter(CellSigner signer)
{
    /// <summary>A letter is about 500 characters; nothing much longer is looked at.</summary>
    public const int MaxLength = 4_096;

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private readonly string _header = Base64Url.EncodeToString(Encoding.ASCII.GetBytes($$"""{"alg":"ES256","typ":"good-deed+jwt","kid":"{{signer.KeyId}}"}"""));

    /// <summary>Signs.</summary>
    public string Sign(LetterClaims claims)
    {
        var said = $"{_header}.{Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(claims, Json))}";
        return $"{said}.{Base64Url.EncodeToString(signer.Sign(Encoding.ASCII.GetBytes(said), DSASignatureFormat.IeeeP1363FixedFieldConcatenation))}";
    }

    /// <summary>What a letter says; null when this city did not sign exactly this.</summary>
    public LetterClaims? Verify(string? letter)
    {
        if (letter is not { Length: <= MaxLength } || letter.Split('.') is not [var header, var claims, var signature] || header != _header
            || Exact(claims) is not { } body || Exact(signature) is not { } signed
            || !signer.Verify(Encoding.ASCII.GetBytes($"{header}.{claims}"), signed, DSASignatureFormat.IeeeP1363FixedFieldConcatenation))
        {
            return null;
        }

        return JsonSerializer.Deserialize<LetterClaims>(body, Json); // we wrote it
    }

    /// <summary>Reads base64url; null unless it is written exactly so. Its last character has bits that mean nothing: changed, it would read the same.</summary>
    public static byte[]? Exact(string text) =>
        Base64Url.IsValid(text) && Base64Url.DecodeFromChars(text) is { } bytes && Base64Url.EncodeToString(bytes) == text ? bytes : null;
}
