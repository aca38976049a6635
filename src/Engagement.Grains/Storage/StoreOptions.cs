using System.ComponentModel.DataAnnotations;

namespace Engagement.Grains.Storage;

/// <summary>The cell's Redis (design.md §2). Section "Store".</summary>
public sealed class StoreOptions
{
    /// <summary>StackExchange.Redis connection string of the cell's primary.</summary>
    [Required] public string Connection { get; set; } = "127.0.0.1:6379";

    /// <summary>Milliseconds until an unanswered command counts as unknown. Default 2,000: above the 1 s after which a request is answered.</summary>
    [Range(500, 30_000)] public int TimeoutMilliseconds { get; set; } = 2_000;

    /// <summary>Scripts that may be under way at once. Default 2: one runs while the next one is laid out.</summary>
    [Range(1, 64)] public int ScriptsInFlight { get; set; } = 2;
}
