using System.ComponentModel.DataAnnotations;

namespace Engagement.Grains.Roses;

/// <summary>Limits of giving. Section "Roses".</summary>
public sealed class RoseOptions
{
    /// <summary>Roses one person may give per Shanghai calendar day. Default 5 (product.md RR-01).</summary>
    [Range(1, 100)] public int PerDay { get; set; } = 5;

    /// <summary>Hours until an unclaimed offer comes back. Default 24 (RR-06, as WeChat's red packets).</summary>
    [Range(1, 168)] public int OfferHours { get; set; } = 24;

    /// <summary>Hours in one hand after which a rose is called kept. Default 72 (RR-04); a label, not an end.</summary>
    [Range(1, 720)] public int KeptHours { get; set; } = 72;

    /// <summary>Characters of an own text, as a person counts them. Default 60 (RR-02).</summary>
    [Range(1, 200)] public int TextLength { get; set; } = 60;

    /// <summary>Counted receipts a person and day. Default 20 (LB-08).</summary>
    [Range(1, 1_000)] public int ReceiptsPerDay { get; set; } = 20;
}
