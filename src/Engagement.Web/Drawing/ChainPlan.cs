namespace Engagement.Web.Drawing;

/// <summary>Which people of a chain are drawn. A short one is drawn whole; a long one as its start, the reader's place and its tip.</summary>
public static class ChainPlan
{
    /// <summary>Up to here every person has a leaf.</summary>
    public const int Whole = 300;

    private const int Start = 24, Around = 8, Tip = 16;

    /// <returns>Ranges of positions (1-based, inclusive) in order; what lies between two ranges is drawn as a gap.</returns>
    public static IReadOnlyList<(int From, int To)> For(int people, int? me)
    {
        if (people <= Whole)
        {
            return people < 1 ? [] : [(1, people)];
        }

        List<(int From, int To)> wanted = [(1, Start), (people - Tip + 1, people)];
        if (me is >= 1 && me <= people)
        {
            wanted.Insert(1, (Math.Max(1, me.Value - Around), Math.Min(people, me.Value + Around)));
        }

        List<(int From, int To)> merged = [];
        foreach (var range in wanted.OrderBy(range => range.From))
        {
            if (merged.Count > 0 && range.From <= merged[^1].To + 1)
            {
                merged[^1] = (merged[^1].From, Math.Max(merged[^1].To, range.To));
            }
            else
            {
                merged.Add(range);
            }
        }

        return merged;
    }
}
