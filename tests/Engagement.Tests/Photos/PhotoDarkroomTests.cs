using CsCheck;
using Engagement.Web.Photos;
using SkiaSharp;

namespace Engagement.Tests.Photos;

public sealed class PhotoDarkroomTests
{
    public static TheoryData<string> FineNames => [.. Corpus.Fine.Keys];

    [Theory, MemberData(nameof(FineNames))]
    public void Develop_Photo_IsAPlainJpegOfTheKeptSize(string name)
    {
        var photo = Developed(Corpus.Fine[name]);
        foreach (var (picture, longest) in new[] { (photo.Full, PhotoLimits.Kept), (photo.Small, PhotoLimits.Small) })
        {
            using var codec = SKCodec.Create(SKData.CreateCopy(picture));
            Assert.Equal(SKEncodedImageFormat.Jpeg, codec.EncodedFormat);
            Assert.InRange(Math.Max(codec.Info.Width, codec.Info.Height), 1, longest);
            AssertPlain(picture);
        }
    }

    [Fact]
    public void Develop_PositionInExif_IsGone()
    {
        var file = Corpus.Fine["exif-gps.jpg"];
        Assert.True(file.AsSpan().IndexOf("JIANGMEN-GPS"u8) > 0);
        AssertPlain(Developed(file).Full);
    }

    // The phone's eight ways to hold it: red and blue stand where a viewer would show them.
    [Theory]
    [InlineData(1, 80, 60, false, false), InlineData(2, 80, 60, true, false), InlineData(3, 80, 60, true, true), InlineData(4, 80, 60, false, true)]
    [InlineData(5, 60, 80, false, false), InlineData(6, 60, 80, true, false), InlineData(7, 60, 80, true, true), InlineData(8, 60, 80, false, true)]
    public void Develop_Orientation_IsUpright(byte orientation, int width, int height, bool left, bool top)
    {
        using var picture = SKBitmap.Decode(Developed(Corpus.WithExif(Corpus.Encoded(SKEncodedImageFormat.Jpeg, 80, 60), orientation)).Full);
        Assert.Equal((width, height), (picture.Width, picture.Height));
        var blue = picture.GetPixel(left ? width / 4 : width * 3 / 4, top ? height / 4 : height * 3 / 4);
        var red = picture.GetPixel(left ? width * 3 / 4 : width / 4, top ? height * 3 / 4 : height / 4);
        Assert.True(blue.Blue > 200 && blue.Red < 60, $"blue is {blue}");
        Assert.True(red.Red > 200 && red.Blue < 60, $"red is {red}");
    }

    [Fact]
    public void Develop_InkColours_BecomeScreenColours()
    {
        using var picture = SKBitmap.Decode(Developed(Corpus.Fine["cmyk.jpg"]).Full); // no cyan, much magenta and yellow, no black
        var colour = picture.GetPixel(30, 20);
        Assert.True(colour.Red > 150 && colour.Green < 120 && colour.Blue < 120, $"red ink is {colour}");
    }

    [Fact]
    public void Develop_Transparent_IsWhite()
    {
        using var clear = new SKBitmap(64, 64, SKColorType.Rgba8888, SKAlphaType.Premul);
        using var file = clear.Encode(SKEncodedImageFormat.Png, 90);
        using var picture = SKBitmap.Decode(Developed(file.ToArray()).Full);
        Assert.True(picture.GetPixel(30, 30).Red > 250);
    }

    [Fact]
    public void Develop_SamePhotoTwice_IsTheSameFile() =>
        Assert.Equal(Developed(Corpus.Fine["photo.jpg"]).Full, Developed(Corpus.Fine["photo.jpg"]).Full);

    // Damage that the header can't see ends in a refusal or a picture, never in anything else.
    [Fact]
    public void Develop_AnyDamage_RefusesOrDraws()
    {
        byte[][] files = [.. new[] { "photo.png", "photo.webp", "exif-gps.jpg", "cmyk.jpg", "ten-scans.jpg" }.Select(name => Corpus.Fine[name])];
        Gen.Select(Gen.Int[0, files.Length - 1], Gen.Int[0, 99_999].Array[1, 8], Gen.Byte).Sample((file, places, value) =>
        {
            var damaged = files[file].ToArray();
            foreach (var place in places)
            {
                damaged[place % damaged.Length] ^= value;
            }

            return PhotoHeader.Read(damaged) is not { Refusal: PhotoRefusal.None } header || PhotoDarkroom.Develop(header) is null or { Full.Length: > 0 };
        }, iter: 300);
    }

    private static DevelopedPhoto Developed(byte[] file)
    {
        var header = PhotoHeader.Read(file);
        Assert.Equal(PhotoRefusal.None, header.Refusal);
        var photo = PhotoDarkroom.Develop(header);
        Assert.NotNull(photo);
        return photo;
    }

    private static void AssertPlain(ReadOnlySpan<byte> jpeg)
    {
        foreach (var trace in new[] { "Exif", "JIANGMEN-GPS", "%PDF", "<script", "PK\u0003\u0004", "ICC_PROFILE", "http" })
        {
            Assert.True(jpeg.IndexOf(System.Text.Encoding.ASCII.GetBytes(trace)) < 0, trace);
        }
    }
}
