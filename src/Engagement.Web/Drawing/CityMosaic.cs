using System.Globalization;
using System.Text;

namespace Engagement.Web.Drawing;

/// <summary>
/// The seven districts of Jiangmen as petals around their river: who lies beside whom is true, shape and size are not. It is drawn
/// here from corners that neighbours share, so it holds no borrowed boundary and needs no map's approval (ux.md §1.7).
/// </summary>
public static class CityMosaic
{
    /// <summary>Width and height of the field.</summary>
    public const int Width = 352, Height = 306;

    /// <summary>The Tan river from Enping to the sea, and the West river past the eastern districts.</summary>
    public const string Rivers = "M22 190C58 196 84 172 112 178C146 186 172 152 206 164C236 174 252 200 274 218C284 228 290 246 288 262"
        + "M232 6C258 20 302 42 326 70C346 96 350 152 343 192C337 216 312 232 304 254";

    private const double Gap = 4.5, Round = 0.3;

    private static readonly Dictionary<char, (double X, double Y)> Corners = new()
    {
        ['A'] = (126, 62), ['B'] = (162, 20), ['C'] = (226, 18), ['D'] = (258, 50), ['E'] = (238, 98), ['F'] = (194, 114),
        ['G'] = (314, 72), ['H'] = (270, 130), ['I'] = (336, 108), ['J'] = (338, 180), ['K'] = (286, 192), ['L'] = (284, 256),
        ['M'] = (240, 272), ['N'] = (206, 172), ['O'] = (90, 92), ['P'] = (68, 142), ['Q'] = (112, 188), ['R'] = (20, 150),
        ['S'] = (14, 222), ['T'] = (74, 258), ['U'] = (128, 296), ['V'] = (202, 294),
    };

    private static readonly Dictionary<string, string> Outlines = new()
    {
        ["440703"] = "DGIHE", // 蓬江
        ["440704"] = "IJKH", // 江海
        ["440705"] = "EHKLMNF", // 新会
        ["440781"] = "QNMVUT", // 台山
        ["440783"] = "AFNQPO", // 开平
        ["440784"] = "ABCDEF", // 鹤山
        ["440785"] = "PQTSR", // 恩平
    };

    /// <summary>Codes of the districts that are drawn.</summary>
    public static IEnumerable<string> Districts => Outlines.Keys;

    /// <summary>Whether the district is drawn.</summary>
    public static bool Has(string district) => Outlines.ContainsKey(district);

    /// <summary>Whether two districts share an edge.</summary>
    public static bool AreNeighbours(string a, string b) => a != b && Edges(Outlines[a]).Intersect(Edges(Outlines[b])).Any();

    /// <summary>Where a district's name stands.</summary>
    public static (double X, double Y) Centre(string district)
    {
        var corners = Outlines[district].Select(corner => Corners[corner]).ToArray();
        return (corners.Average(corner => corner.X), corners.Average(corner => corner.Y));
    }

    /// <summary>A district's petal.</summary>
    public static string Petal(string district)
    {
        var (cx, cy) = Centre(district);
        var corners = Outlines[district].Select(corner => Inward(Corners[corner], (cx, cy))).ToArray();
        var path = new StringBuilder("M").Append(At(Between(corners[^1], corners[0], 1 - Round)));
        for (var i = 0; i < corners.Length; i++)
        {
            var (before, corner, next) = (corners[(i + corners.Length - 1) % corners.Length], corners[i], corners[(i + 1) % corners.Length]);
            path.Append(i == 0 ? "" : "L" + At(Between(before, corner, 1 - Round)))
                .Append('Q').Append(At(corner)).Append(' ').Append(At(Between(corner, next, Round)));
        }

        return path.Append('Z').ToString();
    }

    private static IEnumerable<(char, char)> Edges(string outline) =>
        outline.Select((corner, i) => (corner, Next: outline[(i + 1) % outline.Length])).Select(edge => edge.corner < edge.Next ? edge : (edge.Next, edge.corner));

    private static (double X, double Y) Inward((double X, double Y) corner, (double X, double Y) centre)
    {
        var (dx, dy) = (centre.X - corner.X, centre.Y - corner.Y);
        var length = Math.Sqrt((dx * dx) + (dy * dy));
        return (corner.X + (dx * Gap / length), corner.Y + (dy * Gap / length));
    }

    private static (double X, double Y) Between((double X, double Y) a, (double X, double Y) b, double part) =>
        (a.X + ((b.X - a.X) * part), a.Y + ((b.Y - a.Y) * part));

    private static string At((double X, double Y) point) =>
        string.Create(CultureInfo.InvariantCulture, $"{Math.Round(point.X, 1):0.#} {Math.Round(point.Y, 1):0.#}");
}
