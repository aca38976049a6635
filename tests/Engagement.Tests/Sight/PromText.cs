using System.Diagnostics.Metrics;
using System.Text.RegularExpressions;

namespace Engagement.Tests.Sight;

/// <summary>Names of instruments as a Prometheus exporter writes them, and the names that an expression asks for.</summary>
internal static partial class PromText
{
    private static readonly HashSet<string> Words =
    [
        "sum", "rate", "max", "min", "by", "and", "or", "absent", "histogram_quantile", "topk", "le", "increase", "avg", "without", "on", "ignoring",
    ];

    /// <summary>Series of an instrument.</summary>
    public static IEnumerable<string> Series(string name, string? unit, bool histogram, bool counter)
    {
        var text = name.Replace('.', '_');
        text += unit switch { "s" => "_seconds", "By" => "_bytes", _ => "" };
        return histogram ? [text + "_bucket", text + "_sum", text + "_count"] : [counter ? text + "_total" : text];
    }

    /// <summary>Metrics that an expression names.</summary>
    public static IEnumerable<string> Metrics(string expression)
    {
        var bare = Grouping().Replace(Braces().Replace(expression, ""), "");
        return Name().Matches(bare).Select(match => match.Value).Where(name => !Words.Contains(name) && name.Contains('_', StringComparison.Ordinal)).Distinct();
    }

    /// <summary>Labels that an expression selects or groups by.</summary>
    public static IEnumerable<string> Labels(string expression) => Label().Matches(expression).Select(match => match.Groups[1].Value)
        .Concat(Grouping().Matches(expression).SelectMany(match => Name().Matches(match.Groups[1].Value).Select(name => name.Value))).Where(label => label != "le").Distinct();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Braces();

    [GeneratedRegex(@"\bby\s*\(([^)]*)\)")]
    private static partial Regex Grouping();

    [GeneratedRegex(@"[a-z][a-z0-9_]*")]
    private static partial Regex Name();

    [GeneratedRegex("([a-z_]+)\\s*(?:=~|!~|!=|=)\\s*\"")]
    private static partial Regex Label();
}
