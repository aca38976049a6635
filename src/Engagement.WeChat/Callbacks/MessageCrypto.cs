using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Engagement.WeChat;

/// <summary>
/// WeChat's message encryption: AES-256-CBC with the key's first half as IV, over 16 random bytes, the message's length
/// (4 bytes, big-endian), the message and the AppID, padded by PKCS#7 to blocks of 32 bytes. It does not protect against
/// changes: that is what the signature over the result is for.
/// </summary>
/// <remarks>https://developers.weixin.qq.com/doc/service/guide/dev/push/encryption.html</remarks>
public sealed class MessageCrypto
{
    private const int Block = 32;
    private const int RandomLength = 16;
    private const int Head = RandomLength + 4;

    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    private readonly byte[] _key;

    /// <summary>With an EncodingAESKey of 43 characters. The spare bits of the last one need not be zero.</summary>
    public MessageCrypto(string encodingAesKey) => _key = Convert.FromBase64String(encodingAesKey + "=");

    private ReadOnlySpan<byte> Iv => _key.AsSpan(0, 16);

    /// <summary>Encrypts a message, as base64.</summary>
    public string Encrypt(string message, string appId) => Encrypt(message, appId, RandomNumberGenerator.GetBytes(RandomLength));

    /// <summary>Encrypts with given randomness: for known answers only.</summary>
    internal string Encrypt(string message, string appId, ReadOnlySpan<byte> random)
    {
        var (text, id) = (Encoding.UTF8.GetBytes(message), Encoding.UTF8.GetBytes(appId));
        var length = Head + text.Length + id.Length;
        var padding = Block - length % Block;
        var plain = new byte[length + padding];
        random.CopyTo(plain);
        BinaryPrimitives.WriteInt32BigEndian(plain.AsSpan(RandomLength), text.Length);
        text.CopyTo(plain, Head);
        id.CopyTo(plain, Head + text.Length);
        plain.AsSpan(length).Fill((byte)padding);
        using var aes = Cipher();
        return Convert.ToBase64String(aes.EncryptCbc(plain, Iv, PaddingMode.None));
    }

    /// <summary>Decrypts; null for whatever was not made by <see cref="Encrypt(string, string)"/> with this key.</summary>
    public DecryptedMessage? Decrypt(string encrypted)
    {
        var cipher = new byte[encrypted.Length * 3 / 4];
        if (!Convert.TryFromBase64String(encrypted, cipher, out var written) || written == 0 || written % Block != 0)
        {
            return null;
        }

        using var aes = Cipher();
        var plain = aes.DecryptCbc(cipher.AsSpan(0, written), Iv, PaddingMode.None);
        var padding = plain[^1];
        if (padding is 0 or > Block || plain.Length - padding < Head || plain.AsSpan(plain.Length - padding).ContainsAnyExcept(padding))
        {
            return null;
        }

        var content = plain.AsSpan(Head, plain.Length - padding - Head);
        var length = BinaryPrimitives.ReadInt32BigEndian(plain.AsSpan(RandomLength));
        if (length < 0 || length > content.Length)
        {
            return null;
        }

        try
        {
            return new(Strict.GetString(content[..length]), Strict.GetString(content[length..]));
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    // One for each call: an instance is not made for several threads.
    private Aes Cipher()
    {
        var aes = Aes.Create();
        aes.Key = _key;
        return aes;
    }
}

/// <summary>What was in an encrypted message.</summary>
/// <param name="Message">The message.</param>
/// <param name="AppId">The account it was meant for: compare it with your own.</param>
public sealed record DecryptedMessage(string Message, string AppId);
