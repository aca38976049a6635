using SkiaSharp;

namespace Engagement.Web.Drawing;

/// <summary>The one font that ships with the product: Noto Serif SC, cut to what posters and sheets print (Posters/Fonts/OFL.txt).</summary>
internal static class ShippedFont
{
    private static readonly Lazy<byte[]> File = new(Load);
    private static readonly Lazy<SKTypeface> Face = new(() => Read(File.Value));

    /// <summary>The whole font.</summary>
    public static SKTypeface Typeface => Face.Value;

    /// <summary>The font's file, for <see cref="FontSubset"/>.</summary>
    public static ReadOnlyMemory<byte> Bytes => File.Value;

    /// <summary>A typeface of a font's file.</summary>
    public static SKTypeface Read(byte[] file)
    {
        using var data = SKData.CreateCopy(file);
        return SKTypeface.FromData(data) ?? throw new InvalidOperationException("The shipped font can not be read: run Posters/Fonts/subset.py again.");
    }

    private static byte[] Load()
    {
        using var stream = typeof(ShippedFont).Assembly.GetManifestResourceStream("NotoSerifSC-Regular.subset.ttf")
            ?? throw new InvalidOperationException("The font is missing from the assembly: see Posters/Fonts.");
        var file = new byte[stream.Length];
        stream.ReadExactly(file);
        return file;
    }
}
