using Engagement.Grains.Storage;
using StackExchange.Redis;

namespace Engagement.Grains.Couriers;

/// <summary>
/// Nonces of signed requests that were used. Not in the ledger: nothing is counted from them, and each is worth nothing
/// once the clock window has closed, so the store itself forgets it.
/// </summary>
public sealed class CompanyNonces(StoreConnection store, Cell cell)
{
    /// <summary>Spends a nonce; false when it was spent before. A silo that dies afterwards has spent it, too: the caller signs anew.</summary>
    /// <param name="key">The company's key: nonces of different keys never meet.</param>
    /// <param name="nonce">16 to 64 of A-Z, a-z, 0-9, hyphen and underscore.</param>
    /// <param name="keep">Longer than any request with it could still be in time.</param>
    public Task<bool> Spend(string key, string nonce, TimeSpan keep) =>
        store.Database.StringSetAsync(cell.Key($"company-nonce:{key}:{nonce}"), 1, keep, When.NotExists);
}
