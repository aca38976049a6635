using System.Globalization;
using System.Text.Json;
using StackExchange.Redis;

namespace Engagement.Grains.Archive;

/// <summary>A key with all that it holds, as a line of JSON. Bytes are Base64, scores are written so that they come back to the bit.</summary>
internal static class CellLine
{
    /// <summary>Reads a key; null when it went away meanwhile.</summary>
    public static async Task<byte[]?> ReadAsync(IDatabase redis, RedisKey key, string name)
    {
        var (type, ends) = (await redis.KeyTypeAsync(key), await redis.KeyExpireTimeAsync(key));
        byte[] Write(string name, string kind, Action<Utf8JsonWriter> value) => CellLine.Write(name, kind, ends, value);
        return type switch
        {
            RedisType.None => null,
            RedisType.String when (byte[]?)await redis.StringGetAsync(key) is { } value => Write(name, "string", json => json.WriteBase64String("value", value)),
            RedisType.String => null,
            RedisType.Hash => Write(name, "hash", Pairs((await redis.HashGetAllAsync(key)).Select(entry => (entry.Name, Base64(entry.Value))))),
            RedisType.SortedSet => Write(name, "zset", Pairs((await redis.SortedSetRangeByRankWithScoresAsync(key)).Select(entry => (entry.Element, entry.Score.ToString("R", CultureInfo.InvariantCulture))))),
            RedisType.List => Write(name, "list", Items(await redis.ListRangeAsync(key))),
            RedisType.Set => Write(name, "set", Items(await redis.SetMembersAsync(key))),
            _ => throw new InvalidDataException($"{name} is a {type}: nothing that this product writes."),
        };
    }

    /// <summary>Writes a line's key. Again, it is the same.</summary>
    public static async Task RestoreAsync(IDatabase redis, Func<string, RedisKey> keyOf, string line)
    {
        using var document = JsonDocument.Parse(line);
        var root = document.RootElement;
        var key = keyOf(root.GetProperty("key").GetString()!);
        await redis.KeyDeleteAsync(key);
        switch (root.GetProperty("type").GetString())
        {
            case "string":
                await redis.StringSetAsync(key, root.GetProperty("value").GetBytesFromBase64());
                break;
            case "hash":
                await EachAsync(root, page => redis.HashSetAsync(key, [.. page.Select(pair => new HashEntry(pair[0].GetBytesFromBase64(), pair[1].GetBytesFromBase64()))]));
                break;
            case "zset":
                await EachAsync(root, page => redis.SortedSetAddAsync(key, [.. page.Select(pair => new SortedSetEntry(pair[0].GetBytesFromBase64(), double.Parse(pair[1].GetString()!, CultureInfo.InvariantCulture)))]));
                break;
            case "list":
                await EachAsync(root, page => redis.ListRightPushAsync(key, [.. page.Select(item => (RedisValue)item.GetBytesFromBase64())]));
                break;
            case "set":
                await EachAsync(root, page => redis.SetAddAsync(key, [.. page.Select(item => (RedisValue)item.GetBytesFromBase64())]));
                break;
            case var other:
                throw new InvalidDataException($"A key of type {other}.");
        }

        if (root.TryGetProperty("ends", out var ends))
        {
            await redis.KeyExpireAsync(key, ends.GetDateTime());
        }
    }

    private static async Task EachAsync(JsonElement root, Func<JsonElement[], Task> write)
    {
        foreach (var page in root.GetProperty("items").EnumerateArray().Chunk(1_000))
        {
            await write(page);
        }
    }

    private static string Base64(RedisValue value) => Convert.ToBase64String((byte[])value!);

    private static Action<Utf8JsonWriter> Pairs(IEnumerable<(RedisValue First, string Second)> pairs) => json =>
    {
        json.WriteStartArray("items");
        foreach (var (first, second) in pairs)
        {
            json.WriteStartArray();
            json.WriteBase64StringValue((byte[])first!);
            json.WriteStringValue(second);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    };

    private static Action<Utf8JsonWriter> Items(IEnumerable<RedisValue> items) => json =>
    {
        json.WriteStartArray("items");
        foreach (var item in items)
        {
            json.WriteBase64StringValue((byte[])item!);
        }

        json.WriteEndArray();
    };

    private static byte[] Write(string name, string type, DateTime? ends, Action<Utf8JsonWriter> value)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("key", name);
            json.WriteString("type", type);
            if (ends is { } at)
            {
                json.WriteString("ends", at.ToUniversalTime());
            }

            value(json);
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }
}
