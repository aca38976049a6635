using System.Buffers.Binary;

namespace Engagement.Tests.Photos;

/// <summary>Writes baseline JPEGs of one colour, with any number of components and any lie in the header: no library does.</summary>
internal static class JpegMaker
{
    /// <summary>A picture of one colour.</summary>
    /// <param name="width">Pixels, as the header says and as it is.</param>
    /// <param name="height">Pixels.</param>
    /// <param name="components">A value for each component: 1 for grey, 3 for YCbCr, 4 for inverted CMYK as Adobe writes it.</param>
    /// <param name="extra">Segments to put before the picture, each with its marker and length.</param>
    public static byte[] Flat(int width, int height, byte[] components, params byte[][] extra)
    {
        var file = Head(width, height, components.Length, extra);
        var bits = new Bits(file);
        var blocks = (long)((width + 7) / 8) * ((height + 7) / 8);
        for (long block = 0; block < blocks; block++)
        {
            foreach (var value in components)
            {
                bits.Dc(block == 0 ? value - 128 : 0); // quantised by 8, which is what a flat block is multiplied by
                bits.Put(0, 1); // end of block
            }
        }

        bits.End();
        file.Write([0xFF, 0xD9]);
        return file.ToArray();
    }

    /// <summary>A header that promises a picture, and one byte of it.</summary>
    public static byte[] Promise(int width, int height)
    {
        var file = Head(width, height, 3, []);
        file.Write([0x00, 0xFF, 0xD9]);
        return file.ToArray();
    }

    /// <summary>A segment.</summary>
    public static byte[] Segment(byte marker, ReadOnlySpan<byte> content)
    {
        byte[] segment = [0xFF, marker, 0, 0, .. content];
        BinaryPrimitives.WriteUInt16BigEndian(segment.AsSpan(2), (ushort)(content.Length + 2));
        return segment;
    }

    /// <summary>An EXIF segment with an orientation (1 to 8) and a position in Jiangmen, as a phone writes it.</summary>
    public static byte[] Exif(byte orientation)
    {
        byte[] tiff =
        [
            .. "MM\0*"u8, 0, 0, 0, 8,
            0, 2, // two entries: orientation, and where the position's entries stand
            0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0,
            0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, 38,
            0, 0, 0, 0,
            0, 2, // GPSLatitudeRef N, GPSLatitude
            0, 1, 0, 2, 0, 0, 0, 2, (byte)'N', 0, 0, 0,
            0, 2, 0, 5, 0, 0, 0, 3, 0, 0, 0, 68,
            0, 0, 0, 0,
            0, 0, 0, 22, 0, 0, 0, 1, 0, 0, 0, 34, 0, 0, 0, 1, 0, 0, 0, 44, 0, 0, 0, 1,
            .. "JIANGMEN-GPS"u8,
        ];
        return Segment(0xE1, [.. "Exif\0\0"u8, .. tiff]);
    }

    private static MemoryStream Head(int width, int height, int components, byte[][] extra)
    {
        var file = new MemoryStream();
        file.Write([0xFF, 0xD8]);
        foreach (var segment in extra)
        {
            file.Write(segment);
        }

        if (components == 4)
        {
            file.Write(Segment(0xEE, [.. "Adobe"u8, 0, 100, 0, 0, 0, 0, 0])); // transform 0: CMYK, inverted
        }

        var quantisation = Enumerable.Repeat((byte)8, 64).ToArray();
        file.Write(Segment(0xDB, [0, .. quantisation]));
        byte[] frame = [8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, (byte)components];
        byte[] scan = [(byte)components];
        for (byte component = 1; component <= components; component++)
        {
            frame = [.. frame, component, 0x11, 0];
            scan = [.. scan, component, 0];
        }

        file.Write(Segment(0xC0, frame));
        file.Write(Segment(0xC4, [0x00, 0, 0, 0, 12, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])); // sizes 0 to 11, four bits each
        file.Write(Segment(0xC4, [0x10, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])); // only "end of block", one bit
        file.Write(Segment(0xDA, [.. scan, 0, 63, 0]));
        return file;
    }

    private sealed class Bits(Stream file)
    {
        private int _held, _count;

        public void Dc(int difference)
        {
            var size = difference == 0 ? 0 : 32 - System.Numerics.BitOperations.LeadingZeroCount((uint)Math.Abs(difference));
            Put(size, 4);
            Put(difference < 0 ? difference + (1 << size) - 1 : difference, size);
        }

        public void Put(int value, int count)
        {
            for (var bit = count - 1; bit >= 0; bit--)
            {
                _held = (_held << 1) | ((value >> bit) & 1);
                if (++_count == 8)
                {
                    file.WriteByte((byte)_held);
                    if ((byte)_held == 0xFF)
                    {
                        file.WriteByte(0);
                    }

                    (_held, _count) = (0, 0);
                }
            }
        }

        public void End()
        {
            while (_count > 0)
            {
                Put(1, 1);
            }
        }
    }
}
