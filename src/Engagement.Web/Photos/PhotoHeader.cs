namespace Engagement.Web.Photos;

/// <summary>What the bytes of a file say about it, before anything is decoded. Names and content types are never asked.</summary>
/// <param name="Refusal">None when it may be decoded.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Work">Bytes that decoding takes at most.</param>
/// <param name="Picture">The file without anything that is no part of the picture; what follows the picture's end is never read.</param>
internal readonly record struct PhotoHeader(PhotoRefusal Refusal, int Width = 0, int Height = 0, long Work = 0, ReadOnlyMemory<byte> Picture = default)
{
    /// <summary>Reads the header of any file.</summary>
    public static PhotoHeader Read(ReadOnlyMemory<byte> file)
    {
        var bytes = file.Span;
        var header = bytes.Length == 0 ? new(PhotoRefusal.Empty)
            : bytes.Length > PhotoLimits.Bytes ? new(PhotoRefusal.TooLarge)
            : bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? JpegHeader.Read(file)
            : bytes.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) ? PngHeader.Read(file)
            : bytes.Length >= 12 && bytes.StartsWith("RIFF"u8) && bytes[8..].StartsWith("WEBP"u8) ? WebpHeader.Read(file)
            : bytes.StartsWith("GIF8"u8) ? new(PhotoRefusal.Moving)
            : new PhotoHeader(IsHeic(bytes) ? PhotoRefusal.Heic : PhotoRefusal.NotAPhoto);
        return header.Refusal != PhotoRefusal.None ? header : header with { Refusal = header.Judge() };
    }

    private PhotoRefusal Judge() =>
        Math.Min(Width, Height) < 1 ? PhotoRefusal.Broken
        : Math.Max(Width, Height) > PhotoLimits.Side || (long)Width * Height > PhotoLimits.Pixels || Work > PhotoLimits.Work ? PhotoRefusal.TooManyPixels
        : Math.Min(Width, Height) < PhotoLimits.ShortSide ? PhotoRefusal.TooSmall
        : PhotoRefusal.None;

    // ISO base media files name their kind after "ftyp": these are what phones call HEIC, and AVIF, its younger sister.
    private static bool IsHeic(ReadOnlySpan<byte> bytes) => bytes.Length >= 12 && bytes[4..].StartsWith("ftyp"u8)
        && System.Text.Encoding.Latin1.GetString(bytes[8..12]) is "heic" or "heix" or "heim" or "heis" or "hevc" or "hevx" or "mif1" or "msf1" or "avif" or "avis";
}
