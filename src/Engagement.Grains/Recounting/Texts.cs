using System.Buffers.Binary;
using StackExchange.Redis;

namespace Engagement.Grains.Recounting;

/// <summary><see cref="Members.Text"/> with one string for each id, however many counters and boards have it.</summary>
internal sealed class Texts
{
    private const int Id = 16;

    private readonly Dictionary<UInt128, string> _ids = [];

    /// <summary>The text of a member.</summary>
    public string Of(RedisValue value)
    {
        var bytes = (byte[])value!;
        if (bytes.Length != Id)
        {
            return Members.Text(value);
        }

        var id = BinaryPrimitives.ReadUInt128LittleEndian(bytes);
        return _ids.TryGetValue(id, out var text) ? text : _ids[id] = Members.Text(value);
    }
}
