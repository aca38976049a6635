using System.Text;

namespace Engagement.Web.Posters;

/// <summary>Breaks a letter's words into columns or lines.</summary>
internal static class PosterText
{
    private const string NeverFirst = "，。、；：！？”’」』）》…,.!?;:)";

    /// <summary>Columns of at most <paramref name="height"/> characters; the first starts lower by <paramref name="indent"/>.</summary>
    public static IReadOnlyList<string> Columns(string text, int height, int indent)
    {
        List<string> columns = [];
        var column = new StringBuilder();
        var room = height - indent;
        foreach (var rune in Plain(text).EnumerateRunes())
        {
            // A mark that may not start a column hangs, once, below the one before.
            if (room < 0 || (room == 0 && !NeverFirst.Contains(rune.ToString(), StringComparison.Ordinal)))
            {
                columns.Add(column.ToString());
                column.Clear();
                room = height;
            }

            column.Append(rune.ToString());
            room--;
        }

        columns.Add(column.ToString());
        return columns;
    }

    /// <summary>Lines no wider than <paramref name="width"/>, broken at spaces where there are any.</summary>
    public static IReadOnlyList<string> Lines(string text, float width, float size)
    {
        List<string> lines = [];
        var line = "";
        foreach (var word in Plain(text).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var longer = line.Length == 0 ? word : line + " " + word;
            if (line.Length > 0 && PosterPen.Measure(longer, size) > width)
            {
                lines.Add(line);
                longer = word;
            }

            line = longer;
            while (PosterPen.Measure(line, size) > width)
            {
                var fits = Enumerable.Range(1, line.Length).Last(n => n == 1 || PosterPen.Measure(line[..n], size) <= width);
                lines.Add(line[..fits]);
                line = line[fits..];
            }
        }

        lines.Add(line);
        return lines;
    }

    /// <summary>At most <paramref name="count"/> characters, an ellipsis for the rest.</summary>
    public static string Short(string text, int count)
    {
        var runes = Plain(text).EnumerateRunes().ToList();
        return runes.Count <= count ? string.Concat(runes) : string.Concat(runes.Take(count - 1)) + "…";
    }

    // Joiners, selectors and controls draw nothing.
    private static string Plain(string text) => string.Concat(text.EnumerateRunes()
        .Where(rune => Rune.GetUnicodeCategory(rune) is not (System.Globalization.UnicodeCategory.Format or System.Globalization.UnicodeCategory.Control
            or System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.EnclosingMark))
        .Select(rune => Rune.IsWhiteSpace(rune) ? " " : rune.ToString()));
}
