using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Engagement.Grains.Storage;

/// <summary>Digest of what a command asks for: the same key with other content is refused.</summary>
public static class Content
{
    /// <summary>64 bits of SHA-256 over the parts, which may be null.</summary>
    public static ulong Of(params ReadOnlySpan<string?> parts)
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', parts)), hash);
        return BinaryPrimitives.ReadUInt64BigEndian(hash);
    }
}
