using Engagement.Grains.Rankings;

namespace Engagement.Web.Home;

/// <summary>The first page.</summary>
/// <param name="City">Live numbers.</param>
/// <param name="PerDay">Roses a person may give on one day.</param>
/// <param name="Left">How many of them are left today; null for a guest.</param>
/// <param name="Waiting">Roses in the reader's hands that can be passed on.</param>
/// <param name="Letters">Roses addressed to the reader, not taken yet.</param>
/// <param name="Closed">The campaign is over; nothing can be sent.</param>
public sealed record HomePage(CityCount City, int PerDay, int? Left = null, int Waiting = 0, int Letters = 0, bool Closed = false)
{
    /// <summary>How many of those left came back with nobody taking them.</summary>
    public int Back { get; init; }

    /// <summary>The reader rides for a company.</summary>
    public bool Courier { get; init; }

    /// <summary>Notices that are not read.</summary>
    public int Notices { get; init; }

    /// <summary>The city's newest passing; null shows none.</summary>
    public LatestHop? Latest { get; init; }

    /// <summary>How far the couriers' paper roses came.</summary>
    public SeedTotals Seeds { get; init; } = new(0, 0, 0, 0);

    /// <summary>Buds that are drawn: the day's roses, or more when some came back.</summary>
    public int Buds => Math.Min(Math.Max(PerDay, Left ?? 0), 10);
}

/// <summary>A passing as the first page tells it: no names.</summary>
/// <param name="District">Name of the giver's district.</param>
/// <param name="Hands">Hands it has been in so far, the first giver's included.</param>
/// <param name="At">When; null for just now.</param>
public sealed record LatestHop(string District, int Hands, DateTimeOffset? At = null);
