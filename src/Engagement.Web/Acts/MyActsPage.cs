namespace Engagement.Web.Acts;

/// <summary>A courier's acts, newest first.</summary>
/// <param name="Rows">One page of them.</param>
/// <param name="Total">All that were ever logged.</param>
/// <param name="Skip">How many come before.</param>
public sealed record MyActsPage(IReadOnlyList<ActRow> Rows, long Total, int Skip)
{
    /// <summary>Of one page.</summary>
    public const int Each = 30;

    /// <summary>There is another page.</summary>
    public bool More => Skip + Rows.Count < Total;
}
