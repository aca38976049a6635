using Engagement.Grains.Photos;
using SkiaSharp;

namespace Engagement.Web.Photos;

/// <summary>A photo drawn anew: upright, at most as large as it is kept, and with nothing else in the file.</summary>
/// <param name="Full">JPEG.</param>
/// <param name="Small">The same, small.</param>
/// <param name="Look">What it looks like (<see cref="PhotoLook"/>).</param>
internal sealed record DevelopedPhoto(byte[] Full, byte[] Small, ulong Look);

/// <summary>Decodes what passed the header, and draws it anew. Synchronous; see <see cref="PhotoIntake"/> for how many at a time.</summary>
internal static class PhotoDarkroom
{
    private const int Quality = 85, SmallQuality = 78;

    /// <summary>Null when it can't be decoded to its end.</summary>
    public static DevelopedPhoto? Develop(PhotoHeader header)
    {
        using var data = SKData.CreateCopy(header.Picture.Span);
        using var codec = SKCodec.Create(data);
        if (codec is null || codec.FrameCount > 1 || codec.Info.Width != header.Width || codec.Info.Height != header.Height)
        {
            return null; // the decoder reads another picture than the header promised
        }

        var scale = Math.Min(1f, PhotoLimits.Kept / (float)Math.Max(header.Width, header.Height));
        var size = codec.GetScaledDimensions(scale); // JPEG and WebP shrink while they decode
        using var bitmap = new SKBitmap(new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Premul, SKColorSpace.CreateSrgb()));
        if (codec.GetPixels(bitmap.Info, bitmap.GetPixels()) != SKCodecResult.Success)
        {
            return null;
        }

        using var picture = SKImage.FromBitmap(bitmap);
        using var full = Upright(picture, codec.EncodedOrigin, PhotoLimits.Kept);
        using var small = Upright(full, SKEncodedOrigin.TopLeft, PhotoLimits.Small);
        return new(Encode(full, Quality), Encode(small, SmallQuality), Look(small));
    }

    private static SKImage Upright(SKImage picture, SKEncodedOrigin origin, int longest)
    {
        var scale = Math.Min(1f, longest / (float)Math.Max(picture.Width, picture.Height));
        int width = Math.Max(1, (int)MathF.Round(picture.Width * scale)), height = Math.Max(1, (int)MathF.Round(picture.Height * scale));
        var turned = origin is SKEncodedOrigin.LeftTop or SKEncodedOrigin.RightTop or SKEncodedOrigin.RightBottom or SKEncodedOrigin.LeftBottom;
        using var surface = SKSurface.Create(new SKImageInfo(turned ? height : width, turned ? width : height, SKColorType.Rgba8888, SKAlphaType.Opaque))
            ?? throw new InsufficientMemoryException("No room for a picture of the kept size.");
        var canvas = surface.Canvas;
        canvas.Clear(SKColors.White); // what was transparent
        canvas.Concat(Turn(origin, width, height));
        canvas.DrawImage(picture, new SKRect(0, 0, width, height), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        return surface.Snapshot();
    }

    // From the camera's pixels to the upright picture: EXIF's eight ways to hold a phone.
    private static SKMatrix Turn(SKEncodedOrigin origin, int width, int height) => origin switch
    {
        SKEncodedOrigin.TopRight => new(-1, 0, width, 0, 1, 0, 0, 0, 1),
        SKEncodedOrigin.BottomRight => new(-1, 0, width, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.BottomLeft => new(1, 0, 0, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.LeftTop => new(0, 1, 0, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightTop => new(0, -1, height, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightBottom => new(0, -1, height, -1, 0, width, 0, 0, 1),
        SKEncodedOrigin.LeftBottom => new(0, 1, 0, -1, 0, width, 0, 0, 1),
        _ => SKMatrix.Identity,
    };

    // Nine by eight grey values of the whole picture, whatever its shape.
    private static ulong Look(SKImage small)
    {
        using var grey = new SKBitmap(new SKImageInfo(9, 8, SKColorType.Gray8, SKAlphaType.Opaque));
        using (var canvas = new SKCanvas(grey))
        {
            canvas.DrawImage(small, new SKRect(0, 0, 9, 8), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        }

        Span<byte> values = stackalloc byte[72];
        for (var row = 0; row < 8; row++)
        {
            grey.GetPixelSpan().Slice(row * grey.RowBytes, 9).CopyTo(values[(row * 9)..]);
        }

        return PhotoLook.Of(values);
    }

    private static byte[] Encode(SKImage image, int quality)
    {
        // Drawn without a colour space, so there is no profile in the file: it is sRGB, which is what readers take it for.
        using var data = image.Encode(SKEncodedImageFormat.Jpeg, quality);
        return data.ToArray();
    }
}
