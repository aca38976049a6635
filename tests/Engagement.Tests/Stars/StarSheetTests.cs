using System.Globalization;
using System.Text;
using Engagement.Contracts;
using Engagement.Tests.Certificates;
using Engagement.Web.Certificates;
using Engagement.Web.Drawing;
using Engagement.Web.Resources;
using Engagement.Web.Stars;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using SkiaSharp;

namespace Engagement.Tests.Stars;

/// <summary>What a star's certificate states, and that it is a whole page.</summary>
public sealed class StarSheetTests
{
    private static readonly IStringLocalizer<Texts> Words = new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider().GetRequiredService<IStringLocalizer<Texts>>();

    [Theory, InlineData(1), InlineData(5), InlineData(7)]
    public void Sheet_SaysWhoWhichStarByWhichStandard_AndHowToCheckIt(int level)
    {
        CultureInfo.CurrentUICulture = new("zh-Hans");
        var certificate = new StarCertificate(default, new(level, 0, 6_390, Samples.Number), "ABCDEFGHJKLM", "https://roses.example/verify/star/1?k=ABCDEFGHJKLM");
        var sheet = new StarSheet(certificate, "林小林", "广东省志愿者星级评定（2014）", Words, new() { Organiser = "江门市志愿者联合会" });
        var written = new StringBuilder();
        using (var nowhere = new SKNoDrawCanvas(1, 1))
        {
            sheet.Draw(new(nowhere, ShippedFont.Typeface) { Written = line => written.Append(line) });
        }

        foreach (var due in new[] { "林小林", $"{level} 星级志愿者", "广东省志愿者星级评定（2014）", Words.Hours(6_390), Samples.Number.Shown, "ABCD-EFGH-JKLM", "江门市志愿者联合会", "1970" })
        {
            Assert.Contains(due, written.ToString(), StringComparison.Ordinal);
        }

        var pdf = Pdf.Draw("证书", DateTimeOffset.UnixEpoch, [sheet.Draw]);
        Assert.Contains("/Count 1", Encoding.Latin1.GetString(pdf), StringComparison.Ordinal);
        var picture = SheetImage.Draw(sheet.Draw, new(0xFFFFFCF6));
        if (Environment.GetEnvironmentVariable("LOOK_DIR") is { Length: > 0 } folder)
        {
            File.WriteAllBytes(Path.Combine(folder, $"star-{level}.jpg"), picture);
        }

        using var read = SKBitmap.Decode(picture);
        Assert.Equal((SheetImage.Width, SheetImage.Height), (read.Width, read.Height));
    }
}
