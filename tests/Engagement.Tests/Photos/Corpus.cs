using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using System.Text;
using Engagement.Web.Photos;
using SkiaSharp;

namespace Engagement.Tests.Photos;

/// <summary>Files that people, and others, send as photos.</summary>
internal static class Corpus
{
    /// <summary>What must be refused, and why.</summary>
    public static readonly IReadOnlyDictionary<string, (byte[] File, PhotoRefusal Refusal)> Hostile = new Dictionary<string, (byte[], PhotoRefusal)>
    {
        ["empty"] = ([], PhotoRefusal.Empty),
        ["zip-as.jpg"] = (Zip(), PhotoRefusal.NotAPhoto),
        ["html-in.jpg"] = ("<!doctype html><script>alert(1)</script>"u8.ToArray(), PhotoRefusal.NotAPhoto),
        ["html-behind-a-jpeg-magic.jpg"] = ([0xFF, 0xD8, 0xFF, .. "<script>alert(1)</script>"u8], PhotoRefusal.Broken),
        ["picture.svg"] = ("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)' width='100' height='100'/>"u8.ToArray(), PhotoRefusal.NotAPhoto),
        ["script.pdf"] = ("%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj"u8.ToArray(), PhotoRefusal.NotAPhoto),
        ["pdf-first-polyglot.jpg"] = ([.. "%PDF-1.4\n"u8, .. JpegMaker.Flat(64, 64, [128])], PhotoRefusal.NotAPhoto),
        ["iphone.heic"] = ([0, 0, 0, 24, .. "ftypheic"u8, 0, 0, 0, 0, .. "mif1heic"u8], PhotoRefusal.Heic),
        ["iphone-burst.heic"] = ([0, 0, 0, 24, .. "ftypmsf1"u8, 0, 0, 0, 0], PhotoRefusal.Heic),
        ["android.avif"] = ([0, 0, 0, 24, .. "ftypavif"u8, 0, 0, 0, 0], PhotoRefusal.Heic),
        ["video.mp4"] = ([0, 0, 0, 24, .. "ftypisom"u8, 0, 0, 0, 0], PhotoRefusal.NotAPhoto),
        ["1x65535.jpg"] = (JpegMaker.Flat(1, 65_535, [128]), PhotoRefusal.TooManyPixels),
        ["1x65535.png"] = (Png(1, 65_535), PhotoRefusal.TooManyPixels),
        ["50000x50000-header.jpg"] = (JpegMaker.Promise(50_000, 50_000), PhotoRefusal.TooManyPixels),
        ["50000x50000-header.png"] = (PngHeader(50_000, 50_000), PhotoRefusal.TooManyPixels),
        ["4294967295x4294967295-header.png"] = (PngHeader(uint.MaxValue, uint.MaxValue), PhotoRefusal.TooManyPixels),
        ["12000x12000-flat.jpg"] = (JpegMaker.Flat(12_000, 12_000, [128]), PhotoRefusal.TooManyPixels),
        ["no-height.jpg"] = (JpegMaker.Promise(64, 0), PhotoRefusal.Broken),
        ["tiny.png"] = (Encoded(SKEncodedImageFormat.Png, 8, 8), PhotoRefusal.TooSmall),
        ["30MB.jpg"] = ([.. JpegMaker.Flat(64, 64, [128]), .. new byte[30 * 1024 * 1024]], PhotoRefusal.TooLarge),
        ["truncated.jpg"] = (Half(Encoded(SKEncodedImageFormat.Jpeg, 400, 300)), PhotoRefusal.Broken),
        ["truncated.png"] = (Half(Encoded(SKEncodedImageFormat.Png, 400, 300)), PhotoRefusal.Broken),
        ["truncated.webp"] = (Half(Encoded(SKEncodedImageFormat.Webp, 400, 300)), PhotoRefusal.Broken),
        ["a-thousand-scans.jpg"] = (Scans(JpegMaker.Flat(64, 64, [128]), 1_000), PhotoRefusal.TooManyPixels),
        ["two-frames.jpg"] = (TwoFrames(), PhotoRefusal.Broken),
        ["animated.webp"] = (Animated(), PhotoRefusal.Moving),
        ["animated.gif"] = ("GIF89a\x40\0\x40\0"u8.ToArray(), PhotoRefusal.Moving),
        ["animated.png"] = (With(Png(64, 64), Chunk("acTL", new byte[8])), PhotoRefusal.Moving),
    };

    /// <summary>What is odd but a photo.</summary>
    public static readonly IReadOnlyDictionary<string, byte[]> Fine = new Dictionary<string, byte[]>
    {
        ["photo.jpg"] = Encoded(SKEncodedImageFormat.Jpeg, 3000, 2000),
        ["photo.png"] = Encoded(SKEncodedImageFormat.Png, 700, 500),
        ["photo.webp"] = Encoded(SKEncodedImageFormat.Webp, 700, 500),
        ["exif-gps.jpg"] = JpegMaker.Flat(64, 48, [200, 128, 128], JpegMaker.Exif(1)),
        ["cmyk.jpg"] = JpegMaker.Flat(64, 48, [255, 40, 40, 255]),
        ["grey.jpg"] = JpegMaker.Flat(64, 48, [90]),
        ["48-megapixels.jpg"] = JpegMaker.Flat(8_000, 6_000, [128]),
        ["polyglot.pdf.jpg"] = [.. JpegMaker.Flat(64, 64, [128], JpegMaker.Segment(0xFE, "%PDF-1.4 /JS(app.alert(1))"u8)), .. "%PDF-1.4\nSECRET%%EOF"u8],
        ["polyglot.zip.jpg"] = [.. JpegMaker.Flat(64, 64, [128]), .. Zip()],
        ["script-in-comment.jpg"] = JpegMaker.Flat(64, 64, [128], JpegMaker.Segment(0xFE, "<script>alert(1)</script>"u8)),
        ["text-bomb.png"] = With(Png(64, 64), Chunk("zTXt", [.. "Comment\0\0"u8, .. Bomb()])),
        ["profile-bomb.png"] = With(Png(64, 64), Chunk("iCCP", [.. "p\0\0"u8, .. Bomb()])),
        ["ten-scans.jpg"] = Scans(JpegMaker.Flat(64, 64, [128]), 10),
    };

    /// <summary>A picture: red above, blue below on the right.</summary>
    public static byte[] Encoded(SKEncodedImageFormat format, int width, int height)
    {
        using var bitmap = new SKBitmap(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque);
        using (var canvas = new SKCanvas(bitmap))
        {
            canvas.Clear(SKColors.Red);
            using var blue = new SKPaint { Color = SKColors.Blue };
            canvas.DrawRect(width / 2f, height / 2f, width, height, blue);
        }

        using var data = bitmap.Encode(format, 90);
        return data.ToArray();
    }

    /// <summary>The same picture with an EXIF segment behind its first marker.</summary>
    public static byte[] WithExif(byte[] jpeg, byte orientation) => [.. jpeg[..2], .. JpegMaker.Exif(orientation), .. jpeg[2..]];

    private static byte[] Png(int width, int height) => Encoded(SKEncodedImageFormat.Png, width, height);

    private static byte[] Half(byte[] file) => file[..(file.Length / 2)];

    private static byte[] Zip()
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var writer = new StreamWriter(zip.CreateEntry("a.html").Open());
            writer.Write("<script>alert(1)</script>");
        }

        return file.ToArray();
    }

    private static byte[] Bomb()
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            var zeros = new byte[1024 * 1024];
            for (var megabyte = 0; megabyte < 64; megabyte++)
            {
                zlib.Write(zeros);
            }
        }

        return packed.ToArray();
    }

    private static byte[] PngHeader(uint width, uint height)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteUInt32BigEndian(header, width);
        BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, 2);
        return [0x89, .. "PNG\r\n"u8, 0x1A, (byte)'\n', .. Chunk("IHDR", header), .. Chunk("IDAT", [0x78, 0x9C, 3, 0, 0, 0, 0, 1]), .. Chunk("IEND", [])];
    }

    private static byte[] Chunk(string name, ReadOnlySpan<byte> content)
    {
        byte[] chunk = [0, 0, 0, 0, .. Encoding.ASCII.GetBytes(name), .. content, 0, 0, 0, 0];
        BinaryPrimitives.WriteInt32BigEndian(chunk, content.Length);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(chunk.Length - 4), Crc32.HashToUInt32(chunk.AsSpan(4, chunk.Length - 8)));
        return chunk;
    }

    // Behind the header, 33 bytes in.
    private static byte[] With(byte[] png, byte[] chunk) => [.. png[..33], .. chunk, .. png[33..]];

    private static byte[] Scans(byte[] jpeg, int count)
    {
        var start = jpeg.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xDA]);
        var scan = jpeg[start..^2];
        return [.. jpeg[..start], .. Enumerable.Repeat(scan, count).SelectMany(bytes => bytes), 0xFF, 0xD9];
    }

    private static byte[] TwoFrames()
    {
        var jpeg = JpegMaker.Flat(64, 64, [128]);
        var start = jpeg.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xC0]);
        return [.. jpeg[..start], .. JpegMaker.Segment(0xC0, [8, 0, 64, 0, 64, 1, 1, 0x11, 0]), .. jpeg[start..]];
    }

    private static byte[] Animated()
    {
        var still = Encoded(SKEncodedImageFormat.Webp, 64, 64)[12..];
        byte[] frame = [.. Riff("ANMF", [0, 0, 0, 0, 0, 0, 63, 0, 0, 63, 0, 0, 100, 0, 0, 0, .. still])];
        byte[] body = [.. "WEBP"u8, .. Riff("VP8X", [0x02, 0, 0, 0, 63, 0, 0, 63, 0, 0]), .. Riff("ANIM", new byte[6]), .. frame, .. frame];
        return Riff("RIFF", body);
    }

    private static byte[] Riff(string name, ReadOnlySpan<byte> content)
    {
        byte[] chunk = [.. Encoding.ASCII.GetBytes(name), 0, 0, 0, 0, .. content];
        BinaryPrimitives.WriteInt32LittleEndian(chunk.AsSpan(4), content.Length);
        return chunk;
    }
}
