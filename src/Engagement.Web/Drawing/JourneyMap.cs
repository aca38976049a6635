using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Engagement.Grains.Journeys;
using Microsoft.AspNetCore.Html;

namespace Engagement.Web.Drawing;

/// <summary>A rose's journey on <see cref="CityMosaic"/>: districts it was in, and a line for every way between two of them. The list beside it says the same in words.</summary>
public static class JourneyMap
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <param name="journey">Where it has been.</param>
    /// <param name="name">A district's short name.</param>
    /// <param name="title">What a screen reader says.</param>
    public static IHtmlContent Draw(Journey journey, Func<string, string> name, string title)
    {
        var told = journey.Stops.Where(stop => stop.District is not null && CityMosaic.Has(stop.District)).Select(stop => stop.District!).ToArray();
        return Draw(told, journey.Legs.Where(leg => CityMosaic.Has(leg.Key.From) && CityMosaic.Has(leg.Key.To)).Select(leg => (leg.Key.From, leg.Key.To, leg.Value)), name, title);
    }

    /// <summary>One place, as coarse as a district; empty for one that is not on the map.</summary>
    /// <param name="district">Its code.</param>
    /// <param name="name">A district's short name.</param>
    /// <param name="title">What a screen reader says.</param>
    public static IHtmlContent Place(string district, Func<string, string> name, string title) =>
        CityMosaic.Has(district) ? Draw([district], [], name, title) : HtmlString.Empty;

    private static HtmlString Draw(string[] told, IEnumerable<(string From, string To, int Times)> legs, Func<string, string> name, string title)
    {
        var svg = new StringBuilder(4000);
        svg.Append(Invariant($"<svg class=\"journey\" viewBox=\"0 0 {CityMosaic.Width} {CityMosaic.Height}\""));
        RoseSvg.Name(svg, title);
        foreach (var district in CityMosaic.Districts)
        {
            RoseSvg.Path(svg, told.Contains(district) ? "d on" : "d", CityMosaic.Petal(district));
        }

        RoseSvg.Path(svg, "water", CityMosaic.Rivers);
        foreach (var (from, to, times) in legs)
        {
            Leg(svg, CityMosaic.Centre(from), CityMosaic.Centre(to), times);
        }

        foreach (var district in CityMosaic.Districts)
        {
            var (x, y) = CityMosaic.Centre(district);
            svg.Append(Invariant($"<text x=\"{x:0.#}\" y=\"{y + 17:0.#}\">{Encoder.Encode(name(district))}</text>"));
            if (told.Contains(district) && district != told[^1])
            {
                svg.Append(Invariant($"<circle class=\"{(district == told[0] ? "from" : "stop")}\" cx=\"{x:0.#}\" cy=\"{y:0.#}\" r=\"4\"/>"));
            }
        }

        if (told.Length > 0)
        {
            var (x, y) = CityMosaic.Centre(told[^1]);
            svg.Append(Invariant($"<g class=\"rose\" transform=\"translate({x:0.#} {y - 6:0.#}) scale(.13)\">"));
            RoseSvg.Flower(svg, 9, RoseParts.For(9));
            svg.Append("</g>");
        }

        return new HtmlString(svg.Append("</svg>").ToString());
    }

    // Bent to the right of the way it goes, so that there and back are two lines.
    private static void Leg(StringBuilder svg, (double X, double Y) from, (double X, double Y) to, int times)
    {
        var (dx, dy) = (to.X - from.X, to.Y - from.Y);
        var (bx, by) = (((from.X + to.X) / 2) - (dy * 0.16), ((from.Y + to.Y) / 2) + (dx * 0.16));
        RoseSvg.Path(svg, times == 1 ? "leg" : times < 5 ? "leg more" : "leg most", Invariant($"M{from.X:0.#} {from.Y:0.#}Q{bx:0.#} {by:0.#} {to.X:0.#} {to.Y:0.#}"));
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
