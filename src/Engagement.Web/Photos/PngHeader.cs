using System.Buffers.Binary;

namespace Engagement.Web.Photos;

/// <summary>Walks a PNG's chunks to its end and keeps those that draw: texts and profiles can unpack to any size.</summary>
internal static class PngHeader
{
    private const int Signature = 8, Around = 12; // length, name and checksum of a chunk

    public static PhotoHeader Read(ReadOnlyMemory<byte> file)
    {
        var bytes = file.Span;
        int width = 0, height = 0;
        var picture = new MemoryStream(bytes.Length);
        picture.Write(bytes[..Signature]);
        for (var at = Signature; at + Around <= bytes.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);
            if (length > bytes.Length - at - Around)
            {
                break;
            }

            var chunk = bytes.Slice(at, (int)length + Around);
            var name = chunk.Slice(4, 4);
            if (at == Signature)
            {
                if (!name.SequenceEqual("IHDR"u8) || length != 13)
                {
                    break;
                }

                (width, height) = (Side(chunk[8..]), Side(chunk[12..]));
            }

            if (name.SequenceEqual("acTL"u8))
            {
                return new(PhotoRefusal.Moving);
            }

            var draws = name.SequenceEqual("IHDR"u8) || name.SequenceEqual("PLTE"u8) || name.SequenceEqual("tRNS"u8) || name.SequenceEqual("IDAT"u8);
            var ends = name.SequenceEqual("IEND"u8);
            if (draws || ends)
            {
                picture.Write(chunk);
            }

            if (ends)
            {
                return new(PhotoRefusal.None, width, height, 4L * width * height, picture.GetBuffer().AsMemory(0, (int)picture.Length));
            }

            at += chunk.Length;
        }

        return new(PhotoRefusal.Broken);
    }

    private static int Side(ReadOnlySpan<byte> bytes) => (int)Math.Min(BinaryPrimitives.ReadUInt32BigEndian(bytes), int.MaxValue);
}
