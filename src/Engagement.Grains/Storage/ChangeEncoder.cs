using System.Globalization;
using StackExchange.Redis;

namespace Engagement.Grains.Storage;

/// <summary>Lays out one change as KEYS and ARGV of commit.lua.</summary>
internal sealed class ChangeEncoder(Cell cell, RecordFormat format)
{
    private readonly List<RedisKey> _keys = [];
    private readonly List<RedisValue> _args = [RedisValue.Null, RedisValue.Null];

    public List<RedisKey> Keys => _keys;

    public List<RedisValue> Args => _args;

    public void Record(RedisKey key, ReadOnlyMemory<byte> expected, ReadOnlyMemory<byte> value)
    {
        _keys.Add(key);
        _args.Add(expected);
        _args.Add(value);
    }

    public ChangeEncoder Op(int code, string key)
    {
        _args.Add(code);
        return Key(key);
    }

    public ChangeEncoder Key(string key) => Key(cell.Key(key));

    public ChangeEncoder Key(RedisKey key)
    {
        _keys.Add(key);
        return this;
    }

    public ChangeEncoder Arg(RedisValue value)
    {
        _args.Add(value);
        return this;
    }

    public ChangeEncoder Item(object item) => Arg(format.WriteItem(item));

    /// <summary>Effects behind a guard, preceded by how many keys and arguments to skip when it is not theirs.</summary>
    public void Inner(Effect[] effects)
    {
        var skip = _args.Count;
        _args.Add(RedisValue.Null);
        _args.Add(RedisValue.Null);
        var keys = _keys.Count;
        foreach (var effect in effects)
        {
            effect.Encode(this);
        }

        _args[skip] = _keys.Count - keys;
        _args[skip + 1] = _args.Count - skip - 2;
    }

    /// <summary>Fills in the two sizes at the head of the change.</summary>
    public void Close()
    {
        _args[0] = _keys.Count;
        _args[1] = (_args.Count - 2).ToString(CultureInfo.InvariantCulture);
    }
}
