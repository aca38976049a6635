using System.Buffers;
using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using Orleans.Serialization;

namespace Engagement.Grains.Storage;

/// <summary>
/// A stored record: 8 bytes version, 8 random bytes of the commit, then the state in Orleans' binary form, which
/// tolerates added fields. Versions never repeat: the sixteen bytes are compared whole (ledger.md 8).
/// </summary>
public sealed class RecordFormat(Serializer serializer)
{
    /// <summary>Bytes before the state.</summary>
    public const int HeaderLength = 16;

    private static readonly ConcurrentDictionary<Type, Writer> Writers = new();

    /// <summary>Lays out a record that follows <paramref name="etag"/> (null for a first one).</summary>
    public byte[] Write(LedgerState state, string? etag)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        var header = buffer.GetSpan(HeaderLength);
        BinaryPrimitives.WriteInt64BigEndian(header, VersionOf(etag) + 1);
        RandomNumberGenerator.Fill(header[8..HeaderLength]);
        buffer.Advance(HeaderLength);
        Writers.GetOrAdd(state.GetType(), static type => (Writer)Activator.CreateInstance(typeof(Writer<>).MakeGenericType(type))!)
            .Write(serializer, state, buffer);
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Reads the state of a stored record.</summary>
    public T Read<T>(ReadOnlyMemory<byte> record) => serializer.Deserialize<T>(record[HeaderLength..])
        ?? throw new InvalidDataException($"A stored {typeof(T).Name} is empty.");

    /// <summary>Lays out an item of a primary list (a hop, an audit entry).</summary>
    public byte[] WriteItem(object item) => serializer.SerializeToArray(item);

    /// <summary>Reads an item of a primary list.</summary>
    public T ReadItem<T>(ReadOnlyMemory<byte> item) where T : class => serializer.Deserialize<object>(item) as T
        ?? throw new InvalidDataException($"A stored item is no {typeof(T).Name}.");

    /// <summary>The ETag of a stored record.</summary>
    public static string ETag(ReadOnlySpan<byte> record) => Convert.ToHexString(record[..HeaderLength]);

    /// <summary>The sixteen bytes of an ETag; none for null.</summary>
    public static byte[] Expected(string? etag) => etag is null ? [] : Convert.FromHexString(etag);

    private static long VersionOf(string? etag) => etag is null ? 0 : BinaryPrimitives.ReadInt64BigEndian(Convert.FromHexString(etag));

    // Each state is written as its own type: no type name in the record.
    private abstract class Writer
    {
        public abstract void Write(Serializer serializer, LedgerState state, ArrayBufferWriter<byte> buffer);
    }

    private sealed class Writer<T> : Writer where T : LedgerState
    {
        public override void Write(Serializer serializer, LedgerState state, ArrayBufferWriter<byte> buffer) => serializer.Serialize((T)state, buffer);
    }
}
