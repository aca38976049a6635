using System.Buffers.Text;
using System.Text;
using StackExchange.Redis;

namespace Engagement.Grains.Recounting;

/// <summary>Members and fields as text that can be compared and shown.</summary>
internal static class Members
{
    /// <summary>The bytes, one per character.</summary>
    public static string Text(RedisValue value) => Encoding.Latin1.GetString((byte[])value!);

    /// <summary>Text as it is, ids in their visible form, other bytes as hexadecimal.</summary>
    public static string Show(string text)
    {
        if (text.All(c => c is >= ' ' and <= '~'))
        {
            return text;
        }

        var bytes = Encoding.Latin1.GetBytes(text);
        return bytes.Length switch
        {
            16 => Base64Url.EncodeToString(bytes),
            20 => $"{Base64Url.EncodeToString(bytes.AsSpan(0, 16))}#{System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(16))}",
            32 => $"{Base64Url.EncodeToString(bytes.AsSpan(0, 16))}>{Base64Url.EncodeToString(bytes.AsSpan(16))}",
            _ => Convert.ToHexString(bytes),
        };
    }
}
