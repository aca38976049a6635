using System.ComponentModel.DataAnnotations;

namespace Engagement.Grains.Rankings;

/// <summary>How boards of companies are made and published. Section "Boards". A change makes another board: not while a campaign runs (LB-01).</summary>
public sealed class BoardOptions
{
    /// <summary>Companies with fewer active couriers are shown together, without a rank (LB-08, CA-10). Default 20.</summary>
    [Range(2, 1_000)] public int LeastCouriers { get; set; } = 20;

    /// <summary>Hours for which an ended period stays frozen and open to objections before it can be published (LB-09). Default 24.</summary>
    [Range(1, 336)] public int FreezeHours { get; set; } = 24;
}
