using System.Text;
using CsCheck;
using Engagement.WeChat;

namespace Engagement.Tests.WeChat.Callbacks;

/// <summary>Whatever is written comes back; whatever is changed is refused.</summary>
public sealed class CryptoPropertyTests
{
    private static readonly Gen<string> AnyText = Gen.Char.Where(static c => !char.IsSurrogate(c)).Array[0, 700].Select(static chars => new string(chars));

    [Fact]
    public void Decrypt_AnyEncryptedMessage_IsTheMessage()
    {
        var crypto = new MessageCrypto(Pushes.Key);
        AnyText.Select(Gen.Byte.Array[32]).Sample((message, key) =>
        {
            var other = new MessageCrypto(Convert.ToBase64String(key)[..43]);
            var encrypted = crypto.Encrypt(message, Pushes.AppId);
            Assert.Equal(new DecryptedMessage(message, Pushes.AppId), crypto.Decrypt(encrypted));
            Assert.NotEqual(new DecryptedMessage(message, Pushes.AppId), other.Decrypt(encrypted));
            Assert.Equal(0, Convert.FromBase64String(encrypted).Length % 32);
        }, iter: 2_000);
    }

    [Fact]
    public void Open_AnyBitOfASafePushFlipped_IsRefused()
    {
        var pushes = new Pushes();
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 1_000_000]).Sample((part, bit) =>
        {
            var (query, encrypt) = Pushes.Safe(Pushes.Text("玫瑰"));
            Assert.True(pushes.Open(query, Pushes.Envelope(encrypt)).IsBelieved);
            var changed = part switch
            {
                0 => pushes.Open(query with { MsgSignature = Flip(query.MsgSignature!, bit) }, Pushes.Envelope(encrypt)),
                1 => pushes.Open(query with { Timestamp = Flip(query.Timestamp!, bit) }, Pushes.Envelope(encrypt)),
                2 => pushes.Open(query with { Nonce = Flip(query.Nonce!, bit) }, Pushes.Envelope(encrypt)),
                _ => pushes.Open(query, Pushes.Envelope(FlipBytes(encrypt, bit))),
            };
            Assert.False(changed.IsBelieved);
        }, iter: 3_000);
    }

    [Fact] // whoever holds the token could sign anything: then the envelope itself must hold, or be refused without a fault
    public void Open_AnyBytesRightlySigned_NeverThrows()
    {
        var pushes = new Pushes();
        Gen.Byte.Array[0, 400].Sample(bytes =>
        {
            var encrypt = Convert.ToBase64String(bytes);
            Assert.False(pushes.Open(Pushes.Signed(encrypt, Pushes.Now), Pushes.Envelope(encrypt)).IsBelieved);
        }, iter: 2_000);
    }

    [Fact]
    public void Open_AnyBytes_NeverThrows()
    {
        var pushes = new Pushes();
        var query = Pushes.Signed("", Pushes.Now);
        Gen.OneOf(Gen.Byte.Array[0, 300], AnyText.Select(text => Encoding.UTF8.GetBytes("<xml>" + text)))
            .Sample(bytes => Assert.False(pushes.Gate.Open(query, bytes, Pushes.Now).IsBelieved), iter: 3_000);
    }

    private static string Flip(string text, int bit)
    {
        var bytes = Encoding.ASCII.GetBytes(text);
        bytes[bit / 7 % bytes.Length] ^= (byte)(1 << bit % 7);
        return Encoding.ASCII.GetString(bytes);
    }

    private static string FlipBytes(string base64, int bit)
    {
        var bytes = Convert.FromBase64String(base64);
        bytes[bit / 8 % bytes.Length] ^= (byte)(1 << bit % 8);
        return Convert.ToBase64String(bytes);
    }
}
