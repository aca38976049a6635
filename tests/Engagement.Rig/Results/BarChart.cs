using System.Globalization;
using System.Security;
using System.Text;

namespace Engagement.Rig.Results;

/// <summary>One bar: its median, a whisker from the lowest to the highest round, and how far it should reach at most.</summary>
internal readonly record struct Bar(string Label, Spread Value, double? Limit = null);

/// <summary>Horizontal bars as SVG: no script, no font but the reader's, colours for light and dark pages.</summary>
internal static class BarChart
{
    private const int Width = 720, Left = 150, Right = 120, Top = 46, Row = 34, Thick = 18;

    /// <summary>Bars from zero, in the order given; the first is the one that the others are compared with, unless some have a limit.</summary>
    public static string Svg(string title, string unit, string format, IReadOnlyList<Bar> bars)
    {
        var most = bars.Count == 0 ? 1 : Math.Max(bars.Max(bar => Math.Max(bar.Value.Max, bar.Limit ?? 0)), double.Epsilon);
        double X(double value) => Left + value / most * (Width - Left - Right);
        var hasLimits = bars.Any(bar => bar.Limit is not null);
        var height = Top + bars.Count * Row + 14;
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $$"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {{Width}} {{height}}" role="img" aria-label="{{SecurityElement.Escape(title)}}">
            <style>
              text { font: 13px system-ui, sans-serif; fill: #1f2328 } .small { font-size: 11px; fill: #59636e } .title { font-weight: 600; font-size: 15px }
              .first { fill: #b3123f } .bar { fill: #8c959f } .whisker { stroke: #1f2328; stroke-width: 1.5 } .limit { stroke: #1a7f37; stroke-width: 2; stroke-dasharray: 3 2 }
              @media (prefers-color-scheme: dark) {
                text { fill: #f0f6fc } .small { fill: #9198a1 } .first { fill: #ff7096 } .bar { fill: #656c76 } .whisker { stroke: #f0f6fc } .limit { stroke: #3fb950 }
              }
            </style>
            <text class="title" x="8" y="20">{{SecurityElement.Escape(title)}}</text>
            <text class="small" x="8" y="37">{{SecurityElement.Escape(unit)}}; bar: median, whisker: lowest to highest round{{(hasLimits ? ", dashed: target" : "")}}</text>

            """);
        for (var i = 0; i < bars.Count; i++)
        {
            var (label, value, limit) = bars[i];
            var (top, middle) = (Top + i * Row + (Row - Thick) / 2, Top + i * Row + Row / 2);
            svg.Append(CultureInfo.InvariantCulture, $"""
                <text x="{Left - 8}" y="{middle + 4}" text-anchor="end">{SecurityElement.Escape(label)}</text>
                <rect class="{((hasLimits ? limit is not null : i == 0) ? "first" : "bar")}" x="{Left}" y="{top}" width="{X(value.Median) - Left:0.0}" height="{Thick}" rx="2"/>
                <path class="whisker" d="M{X(value.Min):0.0} {middle}H{X(value.Max):0.0}M{X(value.Min):0.0} {middle - 4}v8M{X(value.Max):0.0} {middle - 4}v8"/>
                <text x="{X(value.Max) + 8:0.0}" y="{middle + 4}">{value.Median.ToString(format, CultureInfo.InvariantCulture)}</text>

                """);
            if (limit is { } target)
            {
                svg.Append(CultureInfo.InvariantCulture, $"<path class=\"limit\" d=\"M{X(target):0.0} {top - 4}v{Thick + 8}\"/>\n");
            }
        }

        return svg.Append("</svg>\n").ToString();
    }
}
