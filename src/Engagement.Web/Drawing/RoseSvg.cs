using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Html;

namespace Engagement.Web.Drawing;

/// <summary>The rose as inline SVG. Colours come from classes, because the content policy allows no inline style.</summary>
public static class RoseSvg
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <param name="people">People the rose has been with.</param>
    /// <param name="title">What a screen reader says; null when the text beside it says the same.</param>
    /// <param name="stem">With stem and leaves.</param>
    /// <param name="look">More CSS classes: <c>open</c> unfolds the petals once.</param>
    public static IHtmlContent Draw(int people, string? title = null, bool stem = true, string? look = null)
    {
        var svg = new StringBuilder(4000);
        svg.Append("<svg class=\"rose").Append(look is null ? "" : " " + look)
            .Append("\" viewBox=\"-106 -104 212 ").Append(stem ? "428" : "208").Append('"');
        Name(svg, title);
        var parts = RoseParts.For(people);
        if (stem)
        {
            Path(svg, "stem", parts.Stem);
            Path(svg, "leaf", string.Concat(parts.Leaves));
        }

        Flower(svg, people, parts);
        return new HtmlString(svg.Append("</svg>").ToString());
    }

    internal static void Flower(StringBuilder svg, int people, RoseParts parts)
    {
        svg.Append("<g>");
        foreach (var petal in RosePetals.For(people))
        {
            Path(svg, "p r" + petal.Tone, petal.Path);
        }

        Path(svg, "p r0", parts.Heart);
        Path(svg, "curl", parts.Cuts);
        svg.Append("</g>");
        Path(svg, "p leaf", parts.Sepals);
    }

    internal static void Path(StringBuilder svg, string look, string? outline)
    {
        if (outline is not null)
        {
            svg.Append("<path class=\"").Append(look).Append("\" d=\"").Append(outline).Append("\"/>");
        }
    }

    internal static void Name(StringBuilder svg, string? title)
    {
        if (string.IsNullOrEmpty(title))
        {
            svg.Append(" aria-hidden=\"true\">");
            return;
        }

        svg.Append(" role=\"img\" aria-label=\"").Append(Encoder.Encode(title)).Append("\">");
    }
}
