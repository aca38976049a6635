using System.Buffers.Binary;

namespace Engagement.Web.Photos;

/// <summary>Walks a JPEG's segments (ITU T.81 annex B) to its end, without decoding.</summary>
internal static class JpegHeader
{
    private const byte EndOfImage = 0xD9, StartOfScan = 0xDA, Progressive = 0xC2, HuffmanTables = 0xC4, ArithmeticTables = 0xCC, Lines = 0xDC;

    public static PhotoHeader Read(ReadOnlyMemory<byte> file)
    {
        var bytes = file.Span;
        var frame = default(Frame);
        var scans = 0;
        for (var at = 2; Marker(bytes, ref at) is { } marker;)
        {
            if (marker == EndOfImage)
            {
                return scans == 0 ? new(PhotoRefusal.Broken)
                    : new(PhotoRefusal.None, frame.Width, frame.Height, frame.Work(scans), file[..at]);
            }

            if (at + 2 > bytes.Length || BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]) is var length && (length < 2 || at + length > bytes.Length))
            {
                break;
            }

            var segment = bytes.Slice(at + 2, length - 2);
            at += length;
            if (marker is >= 0xC0 and <= 0xCF and not (HuffmanTables or 0xC8))
            {
                // Baseline, extended and progressive with 8 bits are what cameras write, and one of them; the rest is an attack or a museum piece.
                if (marker > Progressive || marker == ArithmeticTables || frame.Width > 0 || !Frame.TryRead(segment, marker == Progressive, out frame))
                {
                    break;
                }
            }
            else if (marker == Lines)
            {
                break; // a height that is told later could be any
            }
            else if (marker == StartOfScan)
            {
                if (frame.Width == 0)
                {
                    break;
                }

                if (++scans > PhotoLimits.Scans)
                {
                    return new(PhotoRefusal.TooManyPixels);
                }

                at = SkipScan(bytes, at);
            }
        }

        return new(PhotoRefusal.Broken);
    }

    // The next marker; null at the end of the file or where none stands.
    private static byte? Marker(ReadOnlySpan<byte> bytes, ref int at)
    {
        if (at >= bytes.Length || bytes[at] != 0xFF)
        {
            return null;
        }

        while (at < bytes.Length && bytes[at] == 0xFF)
        {
            at++;
        }

        return at < bytes.Length && bytes[at] is not (0 or 0x01 or (>= 0xD0 and <= 0xD8)) ? bytes[at++] : null;
    }

    // Compressed data goes on to the next marker that is neither a stuffed FF nor a restart.
    private static int SkipScan(ReadOnlySpan<byte> bytes, int at)
    {
        while (true)
        {
            var next = bytes[at..].IndexOf((byte)0xFF);
            if (next < 0 || at + next + 1 >= bytes.Length)
            {
                return bytes.Length;
            }

            at += next;
            if (bytes[at + 1] is not (0x00 or 0xFF or (>= 0xD0 and <= 0xD7)))
            {
                return at;
            }

            at += bytes[at + 1] == 0xFF ? 1 : 2;
        }
    }

    private readonly record struct Frame(int Width, int Height, bool IsProgressive, long Coefficients)
    {
        public static bool TryRead(ReadOnlySpan<byte> segment, bool progressive, out Frame frame)
        {
            frame = default;
            if (segment.Length < 6 || segment[0] != 8 || segment[5] is not (1 or 3 or 4) || segment.Length != 6 + (3 * segment[5]))
            {
                return false;
            }

            var (height, width) = (BinaryPrimitives.ReadUInt16BigEndian(segment[1..]), BinaryPrimitives.ReadUInt16BigEndian(segment[3..]));
            int most = 0, all = 0;
            for (var component = 6; component < segment.Length; component += 3)
            {
                var (across, down) = (segment[component + 1] >> 4, segment[component + 1] & 15);
                if (across is < 1 or > 4 || down is < 1 or > 4)
                {
                    return false;
                }

                most = Math.Max(most, across * down);
                all += across * down;
            }

            frame = new(width, height, progressive, (long)width * height * all / most);
            return width > 0 && height > 0;
        }

        // One pass is decoded line by line and scaled on the way; several keep all coefficients, two bytes each.
        public long Work(int scans) => IsProgressive || scans > 1 ? 2 * Coefficients : 4L * Width * 64;
    }
}
