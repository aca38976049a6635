using CsCheck;
using Engagement.Grains.Photos;
using Engagement.Web.Photos;
using SkiaSharp;

namespace Engagement.Tests.Photos;

/// <summary>Photos that look alike: what the hash sees, and that the index misses none.</summary>
public sealed class PhotoLookTests
{
    [Fact]
    public void Near_AnyHashWithinSevenBits_SharesAnEntry() =>
        Gen.Select(Gen.ULong, Gen.Int[0, 63].Array[0, PhotoLook.Alike]).Sample((look, bits) =>
        {
            var other = bits.Aggregate(look, static (hash, bit) => hash ^ 1UL << bit);
            return look == 0 || other == 0 || Finds(look, other);
        }, iter: 5_000);

    [Fact]
    public void Members_PictureWithoutContrast_HasNone()
    {
        Assert.Empty(PhotoLook.Members(0, "hash"));
        Assert.Empty(PhotoLook.Near(0));
        Assert.Equal(0UL, PhotoLook.Of(Enumerable.Repeat((byte)90, 72).ToArray()));
    }

    [Fact]
    public void Read_AMember_GivesBackWhatWentIn() =>
        Assert.All(PhotoLook.Members(0xfedcba9876543210, "kept"), member => Assert.Equal((0xfedcba9876543210, "kept"), PhotoLook.Read(member)));

    [Fact]
    public void Develop_SamePictureSmallerOrWorse_LooksAlike_AnotherDoesNot()
    {
        var look = Look(Drawn(1200, 900, 1), 95);
        Assert.InRange(PhotoLook.Distance(look, Look(Drawn(600, 450, 1), 40)), 0, PhotoLook.Alike);
        Assert.InRange(PhotoLook.Distance(look, Look(Drawn(1200, 900, 1), 20)), 0, PhotoLook.Alike);
        Assert.True(PhotoLook.Distance(look, Look(Drawn(1200, 900, 2), 95)) > 2 * PhotoLook.Alike);
    }

    private static bool Finds(ulong look, ulong other) =>
        PhotoLook.Members(other, "x").Any(member => PhotoLook.Near(look).Any(near => member.StartsWith(near, StringComparison.Ordinal)));

    private static ulong Look(SKBitmap picture, int quality)
    {
        using (picture)
        {
            using var data = picture.Encode(SKEncodedImageFormat.Jpeg, quality);
            return PhotoDarkroom.Develop(PhotoHeader.Read(data.ToArray()))!.Look;
        }
    }

    // A street of blocks, always the same for the same seed.
    internal static SKBitmap Drawn(int width, int height, int seed)
    {
        var bitmap = new SKBitmap(width, height);
        using var canvas = new SKCanvas(bitmap);
        using var paint = new SKPaint();
        var random = new Random(seed);
        for (var i = 0; i < 48; i++)
        {
            var shade = (byte)random.Next(256);
            paint.Color = new(shade, (byte)(shade / 2), (byte)(255 - shade));
            canvas.DrawRect(i % 8 * width / 8f, i / 8 * height / 6f, width / 8f, height / 6f, paint);
        }

        return bitmap;
    }
}
