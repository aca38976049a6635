using System.Globalization;
using System.Text;
using Engagement.Contracts;
using Engagement.Grains.Certificates;
using Engagement.Web.Certificates;
using Engagement.Web.Drawing;
using Engagement.Web.Resources;
using Engagement.Web.Shared;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using SkiaSharp;

namespace Engagement.Tests.Certificates;

/// <summary>What a certificate looks like, with the product's own font and none of the machine's.</summary>
public sealed class CertificateSheetTests
{
    private static readonly IStringLocalizer<Texts> Words = new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider().GetRequiredService<IStringLocalizer<Texts>>();

    [Theory]
    [InlineData("one", 3, 1, "林小林", CertificateStanding.Valid, 1)]
    [InlineData("many", 40, 3, "林小林", CertificateStanding.Valid, 3)]
    [InlineData("nobody", 1, 1, null, CertificateStanding.Superseded, 1)]
    [InlineData("full", 10, 12, "阿卜杜热合曼·买买提", CertificateStanding.Valid, 2)]
    public void Pdf_OfACertificate_HasItsPages(string name, int lines, int units, string? holder, CertificateStanding standing, int pages)
    {
        using var sheet = Sheet(Samples.View(Samples.Snapshot(lines, units), holder, standing), units == 1 ? Seal() : null);
        var pdf = Pdf.Draw("证明", DateTimeOffset.UnixEpoch, sheet.Pages());
        var text = Encoding.Latin1.GetString(pdf);
        Look($"certificate-{name}.pdf", pdf);
        Look($"certificate-{name}.jpg", SheetImage.Draw(sheet.Pages()[0], CertificateSheet.Paper));
        Assert.Contains($"/Count {pages}", text, StringComparison.Ordinal);
        Assert.Contains("/ToUnicode", text, StringComparison.Ordinal); // so that it can be searched and read aloud
        Assert.InRange(pdf.Length, 20_000, 400_000); // the shipped font, cut to what is written
    }

    [Fact]
    public void Picture_IsAFlatA4OfOneColourOfPaperThatPhonesCanSave()
    {
        using var sheet = Sheet(Samples.View(Samples.Snapshot()), null);
        var picture = SheetImage.Draw(sheet.Pages()[0], CertificateSheet.Paper);
        using var read = SKBitmap.Decode(picture);
        Assert.Equal((SheetImage.Width, SheetImage.Height), (read.Width, read.Height));
        Assert.InRange(picture.Length, 100_000, 900_000);
        Assert.Equal(0, CertificateSheet.Paper.Red - read.GetPixel(20, 20).Red);
    }

    [Fact]
    public void Writable_CharacterThatTheFontLacks_IsMarkedAndToldNeverAnEmptyBox()
    {
        Assert.Equal("张〓", ShippedFont.Writable("张𬎆", out var lacks));
        Assert.True(lacks);
        Assert.Equal("张镕基", ShippedFont.Writable("张镕基", out lacks));
        Assert.False(lacks);
        using var font = new SKFont(ShippedFont.Typeface);
        Assert.True(font.ContainsGlyph('〓')); // or it would be a box itself
        using (CultureScope())
        {
            Assert.Contains("〓", Written(Samples.View(Samples.Snapshot(), "张𬎆")), StringComparison.Ordinal);
            Assert.Contains(Words["Cert.Lacks"].Value, Written(Samples.View(Samples.Snapshot(), "张𬎆")), StringComparison.Ordinal);
            Assert.DoesNotContain("〓", Written(Samples.View(Samples.Snapshot(), "张镕基")), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Sheet_SaysWhatTheLawAsksFor_AndClaimsNothingElse()
    {
        using (CultureScope())
        {
            var written = Written(Samples.View(Samples.Snapshot()));
            foreach (var due in new[] { "服务时间", "服务内容", "骑楼下志愿服务队", "林小林", "4400**********0010", "负责人", "经办人", "0750-3000000", Samples.Number.Shown, "潭江河岸清洁", "（盖章处）", "不收取任何费用" })
            {
                Assert.Contains(due, written, StringComparison.Ordinal);
            }

            Assert.DoesNotContain("全国志愿服务信息系统", written, StringComparison.Ordinal);
            Assert.DoesNotContain("玫瑰", written, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void EveryWordOfACertificate_IsInTheFont()
    {
        using (CultureScope())
        {
            foreach (var text in Words.GetAllStrings(includeParentCultures: true).Where(text => text.Name.StartsWith("Cert.", StringComparison.Ordinal)))
            {
                ShippedFont.Writable(text.Value, out var lacks);
                Assert.False(lacks && text.Name != "Cert.Lacks", text.Name);
            }
        }
    }

    // What is written, by the runes of a drawing that goes nowhere.
    private static string Written(CertificateView view)
    {
        var lines = new List<string>();
        using var sheet = Sheet(view, null);
        using var nowhere = new SKNoDrawCanvas(1, 1);
        sheet.Pages()[0](new PdfPage(nowhere, ShippedFont.Typeface) { Written = lines.Add });
        return string.Concat(lines);
    }

    private static CertificateSheet Sheet(CertificateView view, byte[]? seal) => new(view, Words, new SiteOptions { Name = "余香" }, Samples.Signer.KeyId, seal);

    private static byte[] Seal()
    {
        using var surface = SKSurface.Create(new SKImageInfo(300, 300));
        surface.Canvas.Clear(SKColors.White);
        using var ink = new SKPaint { Color = new(0xFFC0202A), Style = SKPaintStyle.Stroke, StrokeWidth = 10, IsAntialias = true };
        surface.Canvas.DrawCircle(150, 150, 138, ink);
        ink.Style = SKPaintStyle.Fill;
        using var star = SKPath.ParseSvgPathData("M150 95L163 134L204 134L171 158L184 197L150 173L116 197L129 158L96 134L137 134Z");
        surface.Canvas.DrawPath(star, ink);
        using var image = surface.Snapshot();
        using var data = image.Encode(SKEncodedImageFormat.Jpeg, 90);
        return data.ToArray();
    }

    private static void Look(string name, byte[] file)
    {
        if (Environment.GetEnvironmentVariable("LOOK_DIR") is { Length: > 0 } folder)
        {
            File.WriteAllBytes(Path.Combine(folder, name), file);
        }
    }

    private static Restore CultureScope()
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = new("zh-Hans");
        return new(before);
    }

    private sealed class Restore(CultureInfo before) : IDisposable
    {
        public void Dispose() => CultureInfo.CurrentUICulture = before;
    }
}
