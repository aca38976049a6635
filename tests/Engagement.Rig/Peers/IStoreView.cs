namespace Engagement.Rig.Peers;

/// <summary>A peer's store as it is, read beside the program and without asking it.</summary>
internal interface IStoreView : IAsyncDisposable
{
    /// <summary>Roses sent and claimed by the totals, and by the sum of the counters of days.</summary>
    Task<(long Sent, long Claimed, long SentOnDays, long ClaimedOnDays)> Totals();

    /// <summary>A board's members with their counts; the period as in the product's keys: all, w20261123, d20261124.</summary>
    Task<IReadOnlyDictionary<string, long>> Board(string board, string period);

    /// <summary>Roses in the boxes sent, received and held of people, by their visible ids.</summary>
    Task<IReadOnlyList<(long Sent, long Received, long Held)>> Boxes(IReadOnlyList<string> people);

    /// <summary>Who gave and who holds each rose and after how many hops; null for a rose that is not there.</summary>
    Task<IReadOnlyList<(string From, string To, int Hops)?>> Roses(IReadOnlyList<string> roses);
}
