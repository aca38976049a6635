namespace Engagement.Web.Protection;

/// <summary>A courier's letters.</summary>
/// <param name="Deeds">Newest first.</param>
/// <param name="Skip">How many come before.</param>
/// <param name="More">Some follow.</param>
public sealed record DeedsPage(IReadOnlyList<DeedView> Deeds, int Skip, bool More)
{
    /// <summary>On one page.</summary>
    public const int Each = 20;
}

/// <summary>One letter.</summary>
/// <param name="Deed">The letter.</param>
/// <param name="Link">Where anybody checks it.</param>
/// <param name="Way">The same, within the site.</param>
/// <param name="HasCompany">A company answers it.</param>
public sealed record DeedPage(DeedView Deed, string Link, string Way, bool HasCompany);
