using Engagement.Web.Journeys;

namespace Engagement.Web.Roses;

/// <summary>The way of one rose: a vine of all, and a list that pages.</summary>
/// <param name="Id">Rose id.</param>
/// <param name="People">Distinct people.</param>
/// <param name="Passes">All hops ever.</param>
/// <param name="Days">Shanghai days since the first.</param>
/// <param name="Me">The reader's position; null when not in it.</param>
/// <param name="Items">One page of people, by position.</param>
/// <param name="Next">Value of <c>after</c> for the next page; null on the last.</param>
/// <param name="First">The list starts at the first person.</param>
public sealed record ChainPage(string Id, int People, int Passes, int Days, int? Me, IReadOnlyList<ChainPerson> Items, string? Next = null, bool First = true)
{
    /// <summary>The way on the map, on the first page; null for a voided rose.</summary>
    public JourneyPage? Journey { get; init; }

    /// <summary>The reader came by a link that opens nothing, while the rose waits for somebody.</summary>
    public bool OldLink { get; init; }
}
