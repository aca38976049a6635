namespace Engagement.Grains.Rankings;

/// <summary>
/// The rules of the boards of acts (LB-03, LB-08, CA-10). What a courier's day can add is capped where acts are logged
/// (<c>Acts:PerDay</c>, <c>Acts:PerKind</c>); here the sums become comparable: per hundred active couriers, and small companies together.
/// </summary>
public static class Standings
{
    /// <summary>The couriers without a company (CA-01): shown, not ranked.</summary>
    public const string Pool = "pool";

    /// <summary>Companies with too few couriers, together: shown, not ranked, so that nobody is picked out of a handful.</summary>
    public const string Small = "small";

    /// <summary>The lines in order. Companies without an act are not listed; those of equal rank stay in the order given: who reached it first.</summary>
    /// <param name="figures">Every company once, earliest first among equals.</param>
    /// <param name="least">Couriers of the smallest company that is ranked by itself.</param>
    /// <param name="byRate">Per hundred couriers; else by the acts alone.</param>
    public static IReadOnlyList<Standing> Of(IEnumerable<CompanyFigures> figures, int least, bool byRate)
    {
        var all = figures.ToList();
        var lines = new List<Standing>();
        foreach (var line in all.Where(company => company.Acts > 0 && company.Couriers >= least && company.Company != Pool)
            .Select(company => new Standing(0, company.Company, company.Acts, company.Couriers))
            .OrderByDescending(line => byRate ? line.Tenths : line.Acts))
        {
            var same = lines.Count > 0 && (byRate ? lines[^1].Tenths == line.Tenths : lines[^1].Acts == line.Acts);
            lines.Add(line with { Rank = same ? lines[^1].Rank : lines.Count + 1 });
        }

        lines.AddRange(all.Where(company => company is { Company: Pool, Acts: > 0 } && company.Couriers >= least).Select(pool => new Standing(0, Pool, pool.Acts, pool.Couriers)));
        var small = all.Where(company => company.Couriers < least && (company.Acts > 0 || company.Couriers > 0)).ToArray();
        if (small.Sum(company => company.Acts) is > 0 and var acts)
        {
            lines.Add(new(0, Small, acts, small.Sum(company => company.Couriers), small.Length));
        }

        return lines;
    }
}
