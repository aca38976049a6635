using System.Text;
using Engagement.Web.Drawing;
using SkiaSharp;

namespace Engagement.Tests.Drawing;

public sealed class PdfTests
{
    private static readonly DateTimeOffset Made = new(2026, 11, 25, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Draw_TwoPages_IsASmallPdfOfTwo()
    {
        var pdf = Pdf.Draw("善行证明", Made, [Page, Page]);
        if (Environment.GetEnvironmentVariable("LOOK_DIR") is { Length: > 0 } folder)
        {
            File.WriteAllBytes(Path.Combine(folder, "pdf.pdf"), pdf);
        }

        var text = Encoding.Latin1.GetString(pdf);
        Assert.StartsWith("%PDF-", text, StringComparison.Ordinal);
        Assert.EndsWith("%%EOF", text.TrimEnd(), StringComparison.Ordinal);
        Assert.Contains("/Count 2", text, StringComparison.Ordinal);
        Assert.Contains("/ToUnicode", text, StringComparison.Ordinal); // so that it can be searched and read aloud
        Assert.InRange(pdf.Length, 5_000, 150_000); // the whole font would be two million
    }

    [Fact]
    public void Cut_SomeGlyphs_DrawTheSameOutlines()
    {
        var whole = ShippedFont.Typeface;
        const string kept = "善行证明 Éà, 2026";
        using var before = new SKFont(whole, 100) { Subpixel = true, Hinting = SKFontHinting.None };
        using var cut = ShippedFont.Read(FontSubset.Cut(ShippedFont.Bytes.Span, kept.EnumerateRunes().Select(rune => before.GetGlyph(rune.Value))));
        using var after = new SKFont(cut, 100) { Subpixel = true, Hinting = SKFontHinting.None };
        foreach (var rune in kept.EnumerateRunes())
        {
            var glyph = before.GetGlyph(rune.Value);
            Assert.Equal(glyph, after.GetGlyph(rune.Value));
            using SKPath one = before.GetGlyphPath(glyph), two = after.GetGlyphPath(glyph);
            Assert.Equal(one.ToSvgPathData(), two.ToSvgPathData());
            Assert.Equal(before.MeasureText([glyph]), after.MeasureText([glyph]));
        }

        using var other = after.GetGlyphPath(before.GetGlyph('瑰'));
        Assert.True(other.IsEmpty);
    }

    [Fact]
    public void Paragraph_LongText_StaysInItsWidthAndLosesNothing()
    {
        var lines = new List<string>();
        Pdf.Draw("t", Made, [page =>
        {
            lines = [.. page.Lines("外卖骑手在路口扶起了一位摔倒的老人，陪她等到家人赶来；a helping hand is never late. 谢谢！", 60, 5)];
            Assert.All(lines, line => Assert.True(page.Measure(line, 5) <= 60 + 5, line)); // a mark that may not begin a line hangs over
        }]);
        Assert.Equal("外卖骑手在路口扶起了一位摔倒的老人，陪她等到家人赶来；a helping hand is never late. 谢谢！".Replace(" ", ""), string.Concat(lines).Replace(" ", ""));
        Assert.DoesNotContain(lines, line => "，；！".Contains(line[0]));
    }

    private static void Page(PdfPage page)
    {
        page.Text("善行证明", Pdf.Width / 2, 40, 12, new SKColor(0xFFB0241C), SKTextAlign.Center);
        page.Paragraph("兹证明以下善行由审核员核实。Helping never comes late.", 30, 60, 150, 5);
        page.Line(30, 100, 180, 100);
        page.Qr("https://roses.example/letters/BAAAAAAAAAAAAAAAAAAAAA", 30, 110, 40);
    }
}
