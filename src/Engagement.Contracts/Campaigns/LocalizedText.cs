namespace Engagement.Contracts;

/// <summary>A text of the reference data in the product's two languages.</summary>
[GenerateSerializer, Immutable, Alias("eng.ref.text")]
public sealed record LocalizedText
{
    /// <summary>Chinese, at most 60 text elements (product.md RR-02).</summary>
    [Id(0)] public required string Zh { get; init; }

    /// <summary>English, at most 120 text elements: the same sentence takes twice the characters.</summary>
    [Id(1)] public required string En { get; init; }
}
