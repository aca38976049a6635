using System.ComponentModel.DataAnnotations;

namespace Engagement.Grains.Storage;

/// <summary>The cell's Redis (design.md §2). Section "Store".</summary>
public sealed class StoreOptions
{
    /// <summary>StackExchange.Redis connection string of the cell's primary.</summary>
    [Required] public string Connection { get; set; } = "127.0.0.1:6379";

    /// <summary>Milliseconds until an unanswered command counts as unknown. Default 2,000: above the 1 s after which a request is answered.</summary>
    [Range(500, 30_000)] public int TimeoutMilliseconds { get; set; } = 2_000;

    /// <summary>
    /// Command that follows every script and is awaited with it, for a store that does not make a script durable as a
    /// whole by itself: COMMITAOF on Garnet (docs/decisions/0005-garnet.md). Empty, the default, on Redis.
    /// </summary>
    [RegularExpression("[A-Z]{0,32}")] public string FlushCommand { get; set; } = "";

    /// <summary>Scripts that may be under way at once. Default 2: one runs while the next one is laid out.</summary>
    [Range(1, 64)] public int ScriptsInFlight { get; set; } = 2;

    /// <summary>
    /// Whether a store that hides its configuration (CONFIG or INFO refused) is used all the same. Default false. What is
    /// shown and unsafe is refused in any case.
    /// </summary>
    public bool TrustUnverified { get; set; }
}
