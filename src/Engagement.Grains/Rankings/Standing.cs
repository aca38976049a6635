namespace Engagement.Grains.Rankings;

/// <summary>What a company did in a period.</summary>
/// <param name="Company">Company id, or <see cref="Standings.Pool"/>.</param>
/// <param name="Acts">Verified acts.</param>
/// <param name="Couriers">Active couriers.</param>
public readonly record struct CompanyFigures(string Company, long Acts, int Couriers);

/// <summary>A line of the boards of acts.</summary>
/// <param name="Rank">Equal values share a number; 0 for a line that is not ranked.</param>
/// <param name="Company">Company id, <see cref="Standings.Pool"/> or <see cref="Standings.Small"/>.</param>
/// <param name="Acts">Verified acts.</param>
/// <param name="Couriers">Active couriers.</param>
/// <param name="Together">How many companies the line stands for.</param>
public sealed record Standing(long Rank, string Company, long Acts, int Couriers, int Together = 1)
{
    /// <summary>Acts per hundred couriers, in tenths, half up: what ranks, and what anyone can recompute. 0 without couriers.</summary>
    public long Tenths => Couriers == 0 ? 0 : (2_000 * Acts + Couriers) / (2 * (long)Couriers);

    /// <summary>Acts per hundred couriers.</summary>
    public decimal PerHundred => Tenths / 10m;
}
