using System.Collections.Concurrent;
using Engagement.Web.Posters;
using SkiaSharp;

namespace Engagement.Web.JsSdk;

/// <summary>Draws the pictures of cards, each once.</summary>
public sealed class CardPicture
{
    /// <summary>Petals of a full rose: one with more people has no more.</summary>
    public const int Most = 24;

    /// <summary>Width and height in pixels: WeChat's fallback wants 300 at least.</summary>
    public const int Side = 300;

    private static readonly SKColor Paper = new(0xFFFBF6EE);
    private readonly ConcurrentDictionary<int, byte[]> _drawn = new();

    /// <summary>A PNG.</summary>
    public byte[] Of(int people) => _drawn.GetOrAdd(Math.Clamp(people, 1, Most), Draw);

    private static byte[] Draw(int people)
    {
        using var surface = SKSurface.Create(new SKImageInfo(Side, Side, SKColorType.Rgba8888, SKAlphaType.Opaque));
        surface.Canvas.Clear(Paper);
        PosterRose.Draw(surface.Canvas, people, Side / 2f, 118, 1, Paper);
        using var image = surface.Snapshot();
        using var pixels = image.PeekPixels();
        using var png = pixels.Encode(new SKPngEncoderOptions(SKPngEncoderFilterFlags.NoFilters, zLibLevel: 9)) // flat colours: filters only cost
            ?? throw new InvalidOperationException("Skia could not encode a picture of plain pixels.");
        return png.ToArray();
    }
}
