using System.Text;
using StackExchange.Redis;

namespace Engagement.Grains.Recounting;

/// <summary>One derived entry as the records say it.</summary>
/// <param name="IsField">A field of a hash; else a member of a sorted set.</param>
/// <param name="Member">As <see cref="Members.Text"/>.</param>
/// <param name="Value">The number; null for none.</param>
internal sealed record Repair(bool IsField, string Member, double? Value)
{
    /// <summary>Adds the write to a transaction.</summary>
    public Task AddTo(ITransaction transaction, RedisKey key)
    {
        var member = Encoding.Latin1.GetBytes(Member);
        return (IsField, Value) switch
        {
            (true, { } value) => transaction.HashSetAsync(key, member, (long)value),
            (true, null) => transaction.HashDeleteAsync(key, member),
            (false, { } value) => transaction.SortedSetAddAsync(key, member, value),
            (false, null) => transaction.SortedSetRemoveAsync(key, member),
        };
    }
}
