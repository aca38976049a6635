using System.Buffers.Binary;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using StackExchange.Redis;

namespace Engagement.Grains.Recounting;

/// <summary>
/// Whether each index holds what the records say, by the sum of its entries' hashes and not by the entries: three million
/// roses have ten million of them, and a sum for each set is all that must be remembered. A sum that is not zero names a
/// set to look at entry by entry. Hashes begin with a number drawn for this recount; that differences add up to zero has a
/// chance of 2^-128.
/// </summary>
internal sealed class IndexSums
{
    private readonly long _seed = BitConverter.ToInt64(RandomNumberGenerator.GetBytes(sizeof(long)));
    private readonly Dictionary<UInt128, UInt128> _sums = [];
    private readonly Dictionary<(string Set, RedisValue Member), long> _ofRecord = [];

    /// <summary>What a record says of one member twice it means once, as it says it last.</summary>
    public void Expect(Index index) => _ofRecord[(index.Set, index.Member)] = index.Score;

    /// <summary>A record has said everything.</summary>
    public void EndRecord()
    {
        foreach (var ((set, member), score) in _ofRecord)
        {
            Sum(set) += Hash(set, member, score);
        }

        _ofRecord.Clear();
    }

    /// <summary>Takes in what is stored.</summary>
    public void Store(string set, SortedSetEntry[] entries)
    {
        ref var sum = ref Sum(set);
        foreach (var entry in entries)
        {
            sum -= Hash(set, entry.Element, (long)entry.Score);
        }
    }

    /// <summary>Whether any set is not what the records say.</summary>
    public bool AnyUnequal => _sums.Values.Any(static sum => sum != 0);

    /// <summary>Whether this one is not.</summary>
    public bool IsUnequal(string set) => _sums.GetValueOrDefault(Name(set)) != 0;

    private ref UInt128 Sum(string set) => ref CollectionsMarshal.GetValueRefOrAddDefault(_sums, Name(set), out _);

    private UInt128 Name(string set) => XxHash128.HashToUInt128(MemoryMarshal.AsBytes(set.AsSpan()), _seed);

    private UInt128 Hash(string set, RedisValue member, long score)
    {
        const int Fixed = 24;
        var length = Fixed + member.GetByteCount();
        var text = length <= 256 ? stackalloc byte[length] : new byte[length];
        BinaryPrimitives.WriteUInt128LittleEndian(text, Name(set));
        BinaryPrimitives.WriteInt64LittleEndian(text[16..], score);
        member.CopyTo(text[Fixed..]);
        return XxHash128.HashToUInt128(text, _seed);
    }
}
