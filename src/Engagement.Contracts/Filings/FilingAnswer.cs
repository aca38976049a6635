namespace Engagement.Contracts;

/// <summary>What the other system answered about one service of a batch.</summary>
/// <param name="Entry">About which.</param>
/// <param name="Accepted">It took it.</param>
/// <param name="Reason">Why not; empty when it did. At most <see cref="LongestReason"/> characters.</param>
[GenerateSerializer, Immutable, Alias("eng.filing.answer")]
public sealed record FilingAnswer([property: Id(0)] ServiceRecordId Entry, [property: Id(1)] bool Accepted, [property: Id(2)] string Reason)
{
    /// <summary>Characters of a reason at most.</summary>
    public const int LongestReason = 200;
}
