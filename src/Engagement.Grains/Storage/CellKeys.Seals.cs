using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace Engagement.Grains.Storage;

public sealed partial class CellKeys
{
    // Key number (1), nonce (12), tag (16), then the text.
    private const int Head = 29;

    private readonly SortedList<byte, byte[]> _seals;

    /// <summary>The number of the key that seals now; 0 is the master key's.</summary>
    public byte SealsWith => _seals.GetKeyAtIndex(_seals.Count - 1);

    /// <summary>Whether a newer key would seal it.</summary>
    public bool IsOld(byte[] box) => box[0] != SealsWith;

    /// <summary>
    /// Seals a personal field under a key of its owner: key number, nonce, tag, text (AES-256-GCM). The owner's salt lies
    /// only in their record: when erasure empties it, everything they ever wrote is unreadable, wherever it lies.
    /// </summary>
    public byte[] Seal(string text, ReadOnlySpan<byte> salt)
    {
        var plain = Encoding.UTF8.GetBytes(text);
        var box = new byte[Head + plain.Length];
        box[0] = SealsWith;
        RandomNumberGenerator.Fill(box.AsSpan(1, 12));
        using var key = Owned(box[0], salt);
        key.Encrypt(box.AsSpan(1, 12), plain, box.AsSpan(Head), box.AsSpan(13, 16));
        return box;
    }

    /// <summary>Opens a sealed field, whichever key sealed it.</summary>
    /// <exception cref="CryptographicException">It was changed, or its key is not configured any more.</exception>
    public string Open(byte[] box, ReadOnlySpan<byte> salt)
    {
        using var key = Owned(box[0], salt);
        var plain = new byte[box.Length - Head];
        key.Decrypt(box.AsSpan(1, 12), box.AsSpan(Head), box.AsSpan(13, 16), plain);
        return Encoding.UTF8.GetString(plain);
    }

    /// <summary>The same text under the key that seals now; the same box when that one sealed it.</summary>
    public byte[] Reseal(byte[] box, ReadOnlySpan<byte> salt) => IsOld(box) ? Seal(Open(box, salt), salt) : box;

    private AesGcm Owned(byte number, ReadOnlySpan<byte> salt)
    {
        if (!_seals.TryGetValue(number, out var field))
        {
            throw new CryptographicException($"A field is sealed with key {number}, and Keys:Seals has no such key: put it back.");
        }

        Span<byte> key = stackalloc byte[32];
        HMACSHA256.HashData(field, salt, key);
        return new(key, 16);
    }

    private static SortedList<byte, byte[]> Ring(byte[] master, Dictionary<string, string> more)
    {
        var ring = new SortedList<byte, byte[]> { [0] = Derive(master, "fields") };
        foreach (var (number, text) in more)
        {
            if (!byte.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var id) || id == 0)
            {
                throw new OptionsValidationException("Keys", typeof(CellKeyOptions), [$"Keys:Seals:{number}: a key's number is 1 to 255."]);
            }

            ring[id] = Derive(Read($"Seals:{number}", text), "fields");
        }

        return ring;
    }
}
