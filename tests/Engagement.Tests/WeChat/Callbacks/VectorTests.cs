using System.Text;
using Engagement.WeChat;

namespace Engagement.Tests.WeChat.Callbacks;

/// <summary>The answers that WeChat publishes.</summary>
public sealed class VectorTests
{
    private readonly MessageCrypto _crypto = new(Published.Key);

    [Theory]
    [InlineData("f464b24fc39322e44b38aa78f5edd27bd1441696", Published.Token, "1714036504", "1514711492")]
    [InlineData("899cf89e464efb63f54ddac96b0a0a235f53aa78", Published.Token, "1714037059", "486452656")]
    [InlineData("6c5c811b55cc85e0e1b54100749188c20beb3f5d", Published.Token, "1714112445", "415670741")]
    [InlineData("046e02f8204d34f8ba5fa3b1db94908f3df2e9b3", Published.Token, "1714112445", "415670741", Published.JsonEncrypt)]
    [InlineData("cc0c594499c1634947d5b502f158ee518947db27", Published.Token, "1715943329", "1590219412")]
    [InlineData("6c12a4205838198b8fa631b3220723bb07f1015c", Published.Token, "1715943329", "1590219412", Published.XmlEncrypt)]
    [InlineData("477715d11cdb4164915debcba66cb864d751f3e6", Published.SampleToken, "1409659813", "1372623149", Published.SampleEncrypt)]
    [InlineData("5d197aaffba7e9b25a30732f161a50dee96bd5fa", Published.SpamToken, "1409735669", "1320562132", Published.SpamEncrypt)]
    public void Of_PublishedParts_IsThePublishedSignature(string signature, params string[] parts)
    {
        Assert.Equal(signature, CallbackSignature.Of(parts));
        Assert.True(CallbackSignature.Matches(signature, parts));
    }

    [Fact] // a culture sorts it behind the digits' neighbours; WeChat sorts bytes
    public void Of_TokenOfMixedCase_SortsByBytes() =>
        Assert.Equal(CallbackSignature.Of("QDG", "abcToken", "1"), Sha1("1QDGabcToken"));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("f464b24fc39322e44b38aa78f5edd27bd1441697")]
    [InlineData("F464B24FC39322E44B38AA78F5EDD27BD1441696")]
    [InlineData("f464b24fc39322e44b38aa78f5edd27bd1441696 ")]
    public void Matches_AnythingElse_IsFalse(string? signature) =>
        Assert.False(CallbackSignature.Matches(signature, Published.Token, "1714036504", "1514711492"));

    [Fact]
    public void Decrypt_PublishedJson_IsItsMessage() =>
        Assert.Equal(new DecryptedMessage(Published.JsonMessage, Published.JsonAppId), _crypto.Decrypt(Published.JsonEncrypt));

    [Fact]
    public void Decrypt_PublishedXml_IsItsMessage()
    {
        var message = _crypto.Decrypt(Published.XmlEncrypt)!;
        Assert.Equal(Published.XmlAppId, message.AppId);
        Assert.Equal(292, Encoding.UTF8.GetByteCount(message.Message));
    }

    [Theory]
    [InlineData(Published.SampleKey, Published.SampleEncrypt, Published.SampleAppId)]
    [InlineData(Published.SpamKey, Published.SpamEncrypt, Published.SpamAppId)]
    public void Decrypt_PublishedSamples_AreTextsForTheirAccounts(string key, string encrypt, string appId)
    {
        var message = new MessageCrypto(key).Decrypt(encrypt)!;
        Assert.Equal(appId, message.AppId);
        Assert.Contains("<MsgType><![CDATA[text]]></MsgType>", message.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("707722b803182950", """{"demo_resp":"good luck"}""", Published.JsonAppId,
        "ELGduP2YcVatjqIS+eZbp80MNLoAUWvzzyJxgGzxZO/5sAvd070Bs6qrLARC9nVHm48Y4hyRbtzve1L32tmxSQ==", "1b9339964ed2e271e7c7b6ff2b0ef902fc94dea1")]
    [InlineData("999951349e8ee746", "<xml><demo_resp>[CDATA[good luck]]</demo_resp></xml>", Published.XmlAppId,
        "hE8R6mGXHkJJjU72KxzKUd1GEkKJaEZq7vRL8XgK3o+00k8JGq6+pZJUIlTSyhsX+bxIBQ72g3GyvDdIZcr6+3HAZbSvPT9t/o11MI7d6WELwqrGd7jMnV0zv3Zc9Nq7", "03e0812039325c2712ef5f0f980fd14c70d6e307")]
    public void Encrypt_PublishedRandomness_IsThePublishedReply(string random, string message, string appId, string encrypted, string signature)
    {
        Assert.Equal(encrypted, _crypto.Encrypt(message, appId, Encoding.ASCII.GetBytes(random)));
        Assert.Equal(signature, CallbackSignature.Of(Published.Token, "1713424427", "415670741", encrypted));
    }

    private static string Sha1(string text) => Convert.ToHexStringLower(System.Security.Cryptography.SHA1.HashData(Encoding.UTF8.GetBytes(text)));
}
