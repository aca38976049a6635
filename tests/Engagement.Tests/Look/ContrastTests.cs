using System.Globalization;
using System.Text.RegularExpressions;

namespace Engagement.Tests.Look;

/// <summary>Words are readable on what they stand on, by day and by night: WCAG 2.2 AA.</summary>
public sealed class ContrastTests
{
    [Theory]
    [InlineData("ink", "paper", 4.5), InlineData("ink", "sheet", 4.5), InlineData("ink2", "paper", 4.5), InlineData("ink2", "sheet", 4.5)]
    [InlineData("link", "paper", 4.5), InlineData("link", "sheet", 4.5), InlineData("cta-ink", "cta", 4.5), InlineData("cta-ink", "seal", 4.5)]
    [InlineData("paper", "leaf", 4.5), InlineData("paper", "ink", 4.5), InlineData("edge", "paper", 3), InlineData("edge", "sheet", 3), InlineData("leaf2", "paper", 3)]
    public void Colours_DayAndNight_StandApart(string front, string back, double least)
    {
        var css = File.ReadAllText(Path.Combine(LookHost.WebRoot, "css", "rose.css"));
        var night = css.IndexOf("prefers-color-scheme:dark", StringComparison.Ordinal);
        foreach (var tokens in new[] { Tokens(css[..night]), Tokens(css[..night]).Concat(Tokens(css[night..])).GroupBy(t => t.Key).ToDictionary(g => g.Key, g => g.Last().Value) })
        {
            var (a, b) = (Luminance(tokens[front]), Luminance(tokens[back]));
            Assert.InRange((Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05), least, 21);
        }
    }

    [Theory]
    [InlineData("body-color", "body-bg", 4.5), InlineData("body-color", "bg-surface", 4.5), InlineData("secondary-color", "body-bg", 4.5), InlineData("secondary-color", "bg-surface", 4.5)]
    [InlineData("link-color", "body-bg", 4.5), InlineData("link-color", "bg-surface", 4.5), InlineData("primary-fg", "primary", 4.5)]
    public void ConsoleColours_DayAndNight_StandApart(string front, string back, double least)
    {
        var css = File.ReadAllText(Path.Combine(LookHost.WebRoot, "css", "console.css"));
        var tokens = Regex.Matches(css, "--tblr-([a-z-]+):light-dark\\(#([0-9A-F]{6}),#([0-9A-F]{6})\\)").ToDictionary(m => m.Groups[1].Value);
        foreach (var side in new[] { 2, 3 })
        {
            var (a, b) = (Luminance(tokens[front].Groups[side].Value), Luminance(tokens[back].Groups[side].Value));
            Assert.InRange((Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05), least, 21);
        }
    }

    private static Dictionary<string, string> Tokens(string css) =>
        Regex.Matches(css, "--([a-z0-9-]+):#([0-9A-F]{6})").GroupBy(m => m.Groups[1].Value).ToDictionary(g => g.Key, g => g.Last().Groups[2].Value);

    private static double Luminance(string hex)
    {
        double Part(int at)
        {
            var value = int.Parse(hex.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return value <= 0.03928 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
        }

        return (0.2126 * Part(0)) + (0.7152 * Part(2)) + (0.0722 * Part(4));
    }
}
