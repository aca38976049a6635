using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Html;

namespace Engagement.Web.Drawing;

/// <summary>A board row's bar: a vine whose length is linear from zero, one leaf for every tenth of the longest.</summary>
public static class Vine
{
    private const int Length = 300, Leaf = 30;

    public static IHtmlContent Draw(long value, long longest)
    {
        var end = longest <= 0 ? 0 : (int)Math.Clamp(Math.Round((double)Length * value / longest), 6, Length);
        var svg = new StringBuilder("<svg class=\"vine\" viewBox=\"0 0 310 22\" aria-hidden=\"true\">");
        RoseSvg.Path(svg, "twig", Invariant($"M0 11H{end}"));
        var leaves = new StringBuilder();
        for (var (x, up) = (Leaf, true); x <= end; (x, up) = (x + Leaf, !up))
        {
            leaves.Append(up ? Invariant($"M{x - 9} 11C{x - 6} 3 {x + 1} 1 {x + 9} 3C{x + 6} 9 {x - 1} 12 {x - 9} 11Z")
                : Invariant($"M{x - 9} 11C{x - 6} 19 {x + 1} 21 {x + 9} 19C{x + 6} 13 {x - 1} 10 {x - 9} 11Z"));
        }

        RoseSvg.Path(svg, "leaf", leaves.Length == 0 ? null : leaves.ToString());
        return new HtmlString(svg.Append("</svg>").ToString());
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
