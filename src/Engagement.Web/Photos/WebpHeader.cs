using System.Buffers.Binary;

namespace Engagement.Web.Photos;

/// <summary>Walks a WebP's chunks (RFC 9649).</summary>
internal static class WebpHeader
{
    private const int Head = 12, Chunk = 8;

    public static PhotoHeader Read(ReadOnlyMemory<byte> file)
    {
        var bytes = file.Span;
        var end = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]) + (long)Chunk;
        if (end > bytes.Length)
        {
            return new(PhotoRefusal.Broken);
        }

        bytes = bytes[..(int)end];
        var (width, height) = (0, 0);
        for (var at = Head; at + Chunk <= bytes.Length;)
        {
            var name = bytes.Slice(at, 4);
            var length = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(at + 4)..]);
            if (length > bytes.Length - at - Chunk)
            {
                return new(PhotoRefusal.Broken);
            }

            var body = bytes.Slice(at + Chunk, (int)length);
            if (name.SequenceEqual("ANIM"u8) || name.SequenceEqual("ANMF"u8) || name.SequenceEqual("VP8X"u8) && body.Length > 0 && (body[0] & 0x02) != 0)
            {
                return new(PhotoRefusal.Moving);
            }

            var (across, down) = name.SequenceEqual("VP8X"u8) && body.Length >= 10 ? (1 + Three(body[4..]), 1 + Three(body[7..]))
                : name.SequenceEqual("VP8 "u8) && body.Length >= 10 ? (Two(body[6..]) & 0x3FFF, Two(body[8..]) & 0x3FFF)
                : name.SequenceEqual("VP8L"u8) && body.Length >= 5 ? (1 + (int)(Four(body[1..]) & 0x3FFF), 1 + (int)((Four(body[1..]) >> 14) & 0x3FFF))
                : (0, 0);
            (width, height) = (Math.Max(width, across), Math.Max(height, down));
            at += Chunk + (int)length + ((int)length & 1);
        }

        return new(PhotoRefusal.None, width, height, 8L * width * height, file[..(int)end]); // the decoder's own picture and ours
    }

    private static int Two(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt16LittleEndian(bytes);

    private static int Three(ReadOnlySpan<byte> bytes) => bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);

    private static uint Four(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt32LittleEndian(bytes);
}
