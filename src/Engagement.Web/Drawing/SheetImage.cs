using SkiaSharp;

namespace Engagement.Web.Drawing;

/// <summary>A page of a <see cref="Pdf"/> as a flat picture: WeChat on Android opens no PDF, but a long press saves a picture.</summary>
public static class SheetImage
{
    /// <summary>A4 at 200 dots an inch.</summary>
    public const int Width = 1654, Height = 2339;

    private const int Quality = 88;

    /// <returns>A JPEG.</returns>
    public static byte[] Draw(Action<PdfPage> page, SKColor paper)
    {
        using var surface = SKSurface.Create(new SKImageInfo(Width, Height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        surface.Canvas.Clear(paper);
        surface.Canvas.Scale(Width / Pdf.Width);
        page(new(surface.Canvas, ShippedFont.Typeface));
        using var image = surface.Snapshot();
        using var data = image.Encode(SKEncodedImageFormat.Jpeg, Quality);
        return data.ToArray();
    }
}
