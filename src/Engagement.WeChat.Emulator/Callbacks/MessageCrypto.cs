using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Engagement.WeChat.Emulator.Callbacks;

/// <summary>
/// WeChat's encryption of pushes, written here once more and on purpose: the product has its own, so each checks the other.
/// AES-256-CBC over 16 random bytes, the length in 4 bytes, the message and the AppID, padded to a multiple of 32.
/// </summary>
internal sealed class MessageCrypto(string encodingAesKey, string appId)
{
    private const int Block = 32;
    private const int Head = 20;

    private readonly byte[] key = Key(encodingAesKey);

    public static bool IsKey(string text) => text.Length == 43 && text.All(char.IsAsciiLetterOrDigit);

    /// <param name="message">What to encrypt.</param>
    /// <param name="random">16 bytes; null takes fresh ones. Given by tests that know the result.</param>
    public string Encrypt(string message, byte[]? random = null)
    {
        byte[] body = Encoding.UTF8.GetBytes(message), owner = Encoding.UTF8.GetBytes(appId);
        var length = Head + body.Length + owner.Length;
        var padding = Block - (length % Block);
        var plain = new byte[length + padding];
        (random ?? RandomNumberGenerator.GetBytes(16)).CopyTo(plain, 0);
        BinaryPrimitives.WriteInt32BigEndian(plain.AsSpan(16), body.Length);
        body.CopyTo(plain, Head);
        owner.CopyTo(plain, Head + body.Length);
        plain.AsSpan(length).Fill((byte)padding);
        using var aes = Cipher();
        return Convert.ToBase64String(aes.EncryptCbc(plain, key.AsSpan(0, 16), PaddingMode.None));
    }

    /// <summary>The message, or null if it was not encrypted with this key for this AppID.</summary>
    public string? Decrypt(string encrypted)
    {
        var cipher = new byte[encrypted.Length];
        if (!Convert.TryFromBase64String(encrypted, cipher, out var size) || size == 0 || size % 16 != 0)
        {
            return null;
        }

        using var aes = Cipher();
        var plain = aes.DecryptCbc(cipher.AsSpan(0, size), key.AsSpan(0, 16), PaddingMode.None);
        var padding = plain[^1];
        var length = plain.Length - padding;
        if (padding is < 1 or > Block || length < Head || plain.AsSpan(length).ContainsAnyExcept(padding))
        {
            return null;
        }

        var body = BinaryPrimitives.ReadInt32BigEndian(plain.AsSpan(16));
        return body >= 0 && body <= length - Head && Encoding.UTF8.GetString(plain, Head + body, length - Head - body) == appId
            ? Encoding.UTF8.GetString(plain, Head, body)
            : null;
    }

    private Aes Cipher()
    {
        var aes = Aes.Create();
        aes.Key = key;
        return aes;
    }

    private static byte[] Key(string text) =>
        IsKey(text) ? Convert.FromBase64String(text + "=") : throw new ArgumentException("An EncodingAESKey has 43 letters and digits.", nameof(text));
}
