using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Html;

namespace Engagement.Web.Drawing;

/// <summary>One of the first three on a board: heads are equally large, the stalk's length is linear from zero.</summary>
public static class FlowerStalk
{
    private const int Ground = 500;

    private static readonly int[] PetalsOfPlace = [24, 16, 9];

    /// <param name="place">1 to 3.</param>
    /// <param name="value">Its count.</param>
    /// <param name="longest">The largest count on the board.</param>
    /// <param name="people">People of the rose itself, where the board is of roses: one person, one petal.</param>
    public static IHtmlContent Draw(int place, long value, long longest, long? people = null)
    {
        var stalk = longest <= 0 ? 0 : (int)Math.Round(240.0 * value / longest);
        var head = Ground - 40 - stalk - 100;
        var svg = new StringBuilder("<svg class=\"rose stalk\" viewBox=\"-106 0 212 500\" aria-hidden=\"true\">");
        const int ground = Ground;
        RoseSvg.Path(svg, "stem", Invariant($"M0 {head}C-8 {(head + ground) / 2} 10 {(head + (2 * ground)) / 3} 2 {ground}"));
        if (stalk > 100)
        {
            RoseSvg.Path(svg, "leaf", Invariant(
                $"M4 {ground - 30}C-26 {ground - 26}-70 {ground - 50}-84 {ground - 104}C-36 {ground - 100}-4 {ground - 80} 4 {ground - 30}Z"));
            RoseSvg.Path(svg, "leaf", Invariant(
                $"M4 {ground - 54}C4 {ground - 96} 44 {ground - 116} 90 {ground - 114}C84 {ground - 78} 52 {ground - 48} 4 {ground - 54}Z"));
        }

        svg.Append(Invariant($"<g transform=\"translate(0 {head})\">"));
        var petals = people is { } own ? (int)Math.Clamp(own, 1, 24) : PetalsOfPlace[Math.Clamp(place, 1, 3) - 1];
        RoseSvg.Flower(svg, petals, RoseParts.For(petals));
        return new HtmlString(svg.Append("</g></svg>").ToString());
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
