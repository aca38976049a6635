using System.ComponentModel.DataAnnotations;

namespace Engagement.Grains.Couriers;

/// <summary>Rosters and the companies' own systems. Section "Couriers".</summary>
public sealed class CourierOptions
{
    /// <summary>Rows of one upload. Default 5,000: the campaign's 3,000 couriers in one go.</summary>
    [Range(1, 20_000)] public int RowsPerImport { get; set; } = 5_000;

    /// <summary>Bytes of an uploaded file, or of a signed request's body. Default 2 MB.</summary>
    [Range(1_000, 20_000_000)] public int BytesPerImport { get; set; } = 2_000_000;

    /// <summary>How far a signed request's clock may be away, and how long its nonce is remembered beyond that. Default 5 minutes.</summary>
    [Range(10, 3_600)] public int ClockWindowSeconds { get; set; } = 300;
}
