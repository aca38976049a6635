using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Engagement.Tests.Look;

/// <summary>What a phone loads before it can paint.</summary>
public sealed class BudgetTests(LookHost host) : IClassFixture<LookHost>
{
    [Theory, InlineData(false), InlineData(true)]
    public async Task Home_WithStylesAndModules_FitsThirtyKilobytes(bool wechat)
    {
        var html = await host.Page(Scenes.All.Single(scene => scene.Name == "home"), wechat: wechat);
        var assets = Regex.Matches(html, "(?:href|src)=\"(/(?:css|js)/[^\"?]+)").Select(match => match.Groups[1].Value.TrimStart('/')).ToList();
        Assert.Contains("css/rose.css", assets);
        Assert.Contains("js/live.js", assets);
        Assert.Equal(wechat, assets.Contains("js/wechat.js"));
        var sum = Compressed(html) + assets.Sum(asset => Compressed(File.ReadAllText(Path.Combine(LookHost.WebRoot, asset))));
        Assert.InRange(sum, 1, 30 * 1024);
    }

    [Fact]
    public void Styles_WithoutComments_FitTwelveKilobytesEach() => Assert.All(Directory.EnumerateFiles(Path.Combine(LookHost.WebRoot, "css")), file =>
        Assert.InRange(Regex.Replace(File.ReadAllText(file), @"/\*.*?\*/|\n", "", RegexOptions.Singleline).Length, 1, 12 * 1024));

    [Fact]
    public void Modules_EachFile_FitsThreeKilobytes() =>
        Assert.All(Directory.EnumerateFiles(Path.Combine(LookHost.WebRoot, "js")), file => Assert.InRange(new FileInfo(file).Length, 1, 3 * 1024));

    private static int Compressed(string text)
    {
        using var stream = new MemoryStream();
        using (var brotli = new BrotliStream(stream, CompressionLevel.Optimal, leaveOpen: true))
        {
            brotli.Write(Encoding.UTF8.GetBytes(text));
        }

        return (int)stream.Length;
    }
}
