using System.Reflection;
using System.Text.RegularExpressions;

namespace Engagement.Tests.Site;

/// <summary>
/// Role x route (OP-01). Every feature has a file RouteTable.Feature.cs with a public static field of rows, which is found by itself.
/// A route of the site without a row fails, and so does a row without a route.
/// </summary>
public static partial class RouteTable
{
    /// <summary>All rows. Read each time: the fields of partial files are filled in no known order.</summary>
    public static IReadOnlyList<RouteRow> All => [.. typeof(RouteTable).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Where(rows => rows.FieldType == typeof(RouteRow[])).SelectMany(rows => (RouteRow[])rows.GetValue(null)!)];

    /// <summary>The pattern with its parameters filled in: the first company, and ids that nobody has.</summary>
    public static string Fill(string pattern, string company) => Regex.Replace(pattern, @"\{\*{0,2}(\w+)[^}]*\}", match => match.Groups[1].Value switch
    {
        "company" or "companyId" => company,
        "page" or "number" or "day" or "offer" or "hop" => "1",
        _ => "BAAAAAAAAAAAAAAAAAAAAA",
    });
}
