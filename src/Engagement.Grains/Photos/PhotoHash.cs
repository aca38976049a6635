using System.Buffers.Text;
using System.Security.Cryptography;

namespace Engagement.Grains.Photos;

/// <summary>Names of photos: SHA-256 of the stored picture as 43 base64url characters.</summary>
public static class PhotoHash
{
    private const int Length = 43;

    /// <summary>The name of a picture.</summary>
    public static string Of(ReadOnlySpan<byte> picture)
    {
        Span<byte> digest = stackalloc byte[32];
        SHA256.HashData(picture, digest);
        return Base64Url.EncodeToString(digest);
    }

    /// <summary>Whether it can be a name. Names become parts of paths, so nothing else goes further.</summary>
    public static bool IsOne(string? text) => text is { Length: Length } && text.AsSpan().IndexOfAnyExcept(Alphabet) < 0;

    private static readonly System.Buffers.SearchValues<char> Alphabet =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");
}
