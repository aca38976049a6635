namespace Engagement.Contracts;

/// <summary>One printed code: which sheet of a batch. What is printed says it twice, long in the QR code and short for typing (docs/paper-roses.md).</summary>
/// <param name="Batch">The batch's number, 1 to <see cref="MaxBatch"/>.</param>
/// <param name="Serial">The code's number in its batch, from 0 to below <see cref="MaxSize"/>.</param>
[GenerateSerializer, Immutable, Alias("eng.paper.code")]
public readonly record struct PaperCode([property: Id(0)] int Batch, [property: Id(1)] int Serial)
{
    /// <summary>The largest batch number: 14 bits.</summary>
    public const int MaxBatch = 16_383;

    /// <summary>Codes of one batch at most (product.md OR-01).</summary>
    public const int MaxSize = 10_000;

    /// <summary>Characters of the printed short code, its check character included.</summary>
    public const int ShortLength = 8;

    /// <summary>Characters of the code in the QR code's address.</summary>
    public const int LongLength = 24;

    /// <summary>Whether both numbers are in range.</summary>
    public bool IsPossible => Batch is >= 1 and <= MaxBatch && Serial is >= 0 and < MaxSize;
}
