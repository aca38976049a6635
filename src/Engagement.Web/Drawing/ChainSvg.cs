using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Html;

namespace Engagement.Web.Drawing;

/// <summary>A chain of people as one vine that winds up the page: one leaf a person, the reader's leaf a petal, the rose at its tip.</summary>
public static class ChainSvg
{
    private const int Left = 34, Step = 27, PerRow = 11, Row = 44, Head = 128;

    /// <param name="people">People the rose has been with.</param>
    /// <param name="me">The reader's position, 1-based; null when not in this chain.</param>
    /// <param name="title">What a screen reader says.</param>
    public static IHtmlContent Draw(int people, int? me, string title)
    {
        var slots = Slots(people, me);
        var rows = Math.Max(1, (slots.Count + PerRow - 1) / PerRow);
        var height = Head + (rows * Row) + 10;
        var svg = new StringBuilder(400 + (slots.Count * 60));
        svg.Append(Invariant($"<svg class=\"chain\" viewBox=\"0 0 336 {height}\""));
        RoseSvg.Name(svg, title);
        svg.Append("<defs><path id=\"lf\" d=\"M0 0C-7-4-9-11-4-19C4-14 6-6 0 0Z\"/></defs>");
        RoseSvg.Path(svg, "soil", Invariant($"M0 {height - 4}H336"));
        var tip = Place(Math.Max(0, slots.Count - 1), height);
        RoseSvg.Path(svg, "stem", Line(slots.Count, height, tip));
        for (var slot = 0; slot < slots.Count; slot++)
        {
            Leaf(svg, slots[slot], me, Place(slot, height), slot);
        }

        svg.Append(Invariant($"<g class=\"rose\" transform=\"translate({tip.X} {Math.Max(54, tip.Y - 62)}) scale(.46)\">"));
        RoseSvg.Flower(svg, people, RoseParts.For(people));
        return new HtmlString(svg.Append("</g></svg>").ToString());
    }

    // A position, or minus the number of people in a gap.
    private static List<int> Slots(int people, int? me)
    {
        List<int> slots = [];
        var last = 0;
        foreach (var (from, to) in ChainPlan.For(people, me))
        {
            if (from > last + 1)
            {
                slots.Add(-(from - last - 1));
            }

            slots.AddRange(Enumerable.Range(from, to - from + 1));
            last = to;
        }

        return slots;
    }

    private static (int X, int Y) Place(int slot, int height)
    {
        var (row, column) = Math.DivRem(slot, PerRow);
        var x = Left + (Step * (row % 2 == 0 ? column : PerRow - 1 - column));
        return (x, height - 36 - (row * Row) - ((column % 3) * 2));
    }

    private static string Line(int slots, int height, (int X, int Y) tip)
    {
        var line = new StringBuilder(Invariant($"M12 {height - 4}Q14 {height - 30} {Left} {height - 36}"));
        for (var slot = 1; slot < slots; slot++)
        {
            var ((x, y), (px, py)) = (Place(slot, height), Place(slot - 1, height));
            var turn = slot % PerRow == 0 ? (slot / PerRow % 2 == 1 ? 30 : -30) : 0;
            line.Append(turn == 0 ? Invariant($"L{x} {y}") : Invariant($"C{px + turn} {py} {x + turn} {y} {x} {y}"));
        }

        return line.Append(Invariant($"C{tip.X + 10} {tip.Y - 10} {tip.X} {tip.Y - 20} {tip.X} {tip.Y - 46}")).ToString();
    }

    private static void Leaf(StringBuilder svg, int slot, int? me, (int X, int Y) at, int index)
    {
        if (slot < 0)
        {
            svg.Append(Invariant($"<circle class=\"gap\" cx=\"{at.X}\" cy=\"{at.Y}\" r=\"4\"/><text x=\"{at.X}\" y=\"{at.Y - 9}\">{-slot:N0}</text>"));
            return;
        }

        var mine = slot == me;
        var turn = index % 2 == 0 ? 22 : 168;
        var look = mine ? "me" : index % 3 == 1 ? "l2" : "l1";
        var size = mine ? " scale(1.5)" : "";
        svg.Append(Invariant($"<use href=\"#lf\" class=\"{look}\" transform=\"translate({at.X} {at.Y}) rotate({turn}){size}\"/>"));
        if (mine)
        {
            svg.Append(Invariant($"<circle class=\"ring\" cx=\"{at.X}\" cy=\"{at.Y}\" r=\"5\"/>"));
        }
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
