namespace Engagement.Grains.Recounting;

/// <summary>What a recount found.</summary>
/// <param name="Quiet">Nothing was written meanwhile; without it there is no verdict.</param>
/// <param name="Differences">Every difference, ordered by kind, key and member.</param>
/// <param name="Records">Records by kind.</param>
/// <param name="Roses">Roses by where they are now.</param>
/// <param name="Entries">Entries outside the records that were compared.</param>
public sealed record RecountReport(
    bool Quiet, IReadOnlyList<Difference> Differences, IReadOnlyDictionary<string, long> Records,
    IReadOnlyDictionary<string, long> Roses, long Entries)
{
    /// <summary>How often something had been written when it was read.</summary>
    internal long Sequence { get; init; }

    /// <summary>0 clean, 1 differences, 2 not quiet.</summary>
    public int ExitCode => !Quiet ? 2 : Differences.Count > 0 ? 1 : 0;
}
