namespace Engagement.Grains.Recounting;

/// <summary>One entry of the store that is not what the records say.</summary>
/// <param name="Kind">counter, board, index, agenda, guard, hop, record, conservation or key.</param>
/// <param name="Key">The key, without the cell's prefix.</param>
/// <param name="Member">The field, member or number inside it; empty for the key itself.</param>
/// <param name="Stored">What the store holds.</param>
/// <param name="Expected">What the records say.</param>
public sealed record Difference(string Kind, string Key, string Member, string Stored, string Expected)
{
    /// <summary>What makes it right; null where a person must look.</summary>
    internal Repair? Repair { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{Kind} {Key} {(Member.Length == 0 ? "" : Member + " ")}stored {Stored} expected {Expected}";
}
