using System.Collections.Immutable;
using Engagement.Contracts;

namespace Engagement.Grains.Campaigns;

/// <summary>How far districts lie apart, by which of them touch: no distances and no roads are known, and none are needed.</summary>
public static class Borders
{
    /// <summary>Districts in between on the shortest way: 0 for neighbours, for a district itself, and for one that nothing is known of.</summary>
    public static int Between(ImmutableArray<District> districts, string from, string to)
    {
        var (reached, edge, crossed) = (new HashSet<string> { from }, new List<string> { from }, 0);
        for (; from != to && edge.Count > 0; crossed++)
        {
            edge = [.. edge.SelectMany(code => Of(districts, code)).Where(reached.Add)];
            if (edge.Contains(to))
            {
                return crossed;
            }
        }

        return 0;
    }

    /// <summary>The districts that touch one; none for an unknown one.</summary>
    public static ImmutableArray<string> Of(ImmutableArray<District> districts, string code) =>
        districts.FirstOrDefault(district => district.Code == code)?.Borders is { IsDefault: false } borders ? borders : [];
}
