using System.ComponentModel.DataAnnotations;

namespace Engagement.Grains.Bouquets;

/// <summary>Limits of bouquets. Section "Bouquets".</summary>
public sealed class BouquetOptions
{
    /// <summary>Roses in a bouquet at most. Default 500 (design.md §5).</summary>
    [Range(1, 500)] public int MaxRoses { get; set; } = 500;

    /// <summary>Hours until what is left goes back. Default 24 (BQ-05).</summary>
    [Range(1, 168)] public int Hours { get; set; } = 24;
}
