using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;

namespace Engagement.Contracts;

/// <summary>The visible form of every id: 128 bits as 22 base64url characters, one spelling per id.</summary>
public static class OpaqueId
{
    /// <summary>Characters of an id in URLs, keys and JSON.</summary>
    public const int Length = 22;

    /// <summary>128 random bits from the operating system.</summary>
    public static Guid Random() => new(RandomNumberGenerator.GetBytes(16), bigEndian: true);

    /// <summary>The 22 visible characters of <paramref name="value"/>.</summary>
    public static string Format(Guid value)
    {
        Span<byte> bytes = stackalloc byte[16];
        value.TryWriteBytes(bytes, bigEndian: true, out _);
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>The 16 bytes of <paramref name="value"/>, as stored in guards and indexes.</summary>
    public static byte[] Bytes(Guid value) => value.ToByteArray(bigEndian: true);

    /// <summary>Reads an id. False for any other length, alphabet or spelling, and for zero.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Guid value)
    {
        value = default;
        Span<byte> bytes = stackalloc byte[16];
        if (text.Length != Length
            || !Base64Url.IsValid(text, out var decoded) || decoded != 16
            || !Base64Url.TryDecodeFromChars(text, bytes, out var written) || written != 16)
        {
            return false;
        }

        value = new Guid(bytes, bigEndian: true);
        return value != Guid.Empty && text.SequenceEqual(Format(value)); // zero names nothing; spare bits of the last character must be zero: one id, one spelling
    }

    /// <summary>Reads the 16 bytes made by <see cref="Bytes"/>.</summary>
    /// <exception cref="ArgumentException">Not 16 bytes.</exception>
    public static Guid FromBytes(ReadOnlySpan<byte> bytes) => new(bytes, bigEndian: true);

    internal static ulong High(Guid value)
    {
        Span<byte> bytes = stackalloc byte[16];
        value.TryWriteBytes(bytes, bigEndian: true, out _);
        return BinaryPrimitives.ReadUInt64BigEndian(bytes);
    }
}
