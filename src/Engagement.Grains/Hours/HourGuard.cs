using Engagement.Grains.Campaigns;

namespace Engagement.Grains.Hours;

/// <summary>
/// What is no volunteer service is not recorded as such and never certified (令67号 Art. 19, product.md VH-10). The catalogue lists what is; the sources
/// below are refused whatever the catalogue says, so that no edit of a file makes hours of roses, acts, or work.
/// </summary>
public static class HourGuard
{
    /// <summary>Classes that are refused though somebody may list them.</summary>
    public static readonly IReadOnlySet<string> Blocked = new HashSet<string>
    {
        "rose", "bouquet", "civic-act", "song-relay", "paid-work", "courier-work", "meeting", "internal-training", "social-service-order", "own-job",
    };

    /// <summary>Whether service of this class can't be recorded as hours.</summary>
    public static bool Refuses(string? serviceClass, ICatalogue catalogue) =>
        serviceClass is null || Blocked.Contains(serviceClass) || !catalogue.HasServiceClass(serviceClass);
}
