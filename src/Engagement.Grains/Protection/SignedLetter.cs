using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Protection;

/// <summary>A letter as everybody may check it (<see cref="JsonSignature"/>): every company has a library that reads it.</summary>
public sealed class SignedLetter(CellSigner signer)
{
    /// <summary>A letter is about 500 characters; nothing much longer is looked at.</summary>
    public const int MaxLength = 4_096;

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private readonly JsonSignature _signature = new(signer, "good-deed+jwt");

    /// <summary>Signs.</summary>
    public string Sign(LetterClaims claims) => _signature.Sign(JsonSerializer.SerializeToUtf8Bytes(claims, Json));

    /// <summary>What a letter says; null when this city did not sign exactly this.</summary>
    public LetterClaims? Verify(string? letter) =>
        _signature.Verify(letter, MaxLength) is { } body ? JsonSerializer.Deserialize<LetterClaims>(body, Json) : null; // we wrote it
}
