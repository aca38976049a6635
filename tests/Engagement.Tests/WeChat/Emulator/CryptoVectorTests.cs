using System.Text;
using CsCheck;
using Engagement.WeChat.Emulator.Callbacks;
using Engagement.WeChat.Emulator.JsSdk;

namespace Engagement.Tests.WeChat.Emulator;

/// <summary>WeChat's published examples (wechat.md 4.1) against the emulator's own crypto, which is not the product's.</summary>
public sealed class CryptoVectorTests
{
    private const string Token = "AAAAA";
    private const string Key = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    private const string JsonApp = "wxba5fad812f8e6fb9";
    private const string XmlApp = "wx134c8103faa5a59e";

    private const string JsonPush = "+qdx1OKCy+5JPCBFWw70tm0fJGb2Jmeia4FCB7kao+/Q5c/ohsOzQHi8khUOb05JCpj0JB4RvQMkUyus8TPxLKJGQqcvZqzDpVzazhZv6JsXUnnR8XGT740XgXZUXQ7vJVnAG+tE8NUd4yFyjPy7GgiaviNrlCTj+l5kdfMuFUPpRSrfMZuMcp3Fn2Pede2IuQrKEYwKSqFIZoNqJ4M8EajAsjLY2km32IIjdf8YL/P50F7mStwntrA2cPDrM1kb6mOcfBgRtWygb3VIYnSeOBrebufAlr7F9mFUPAJGj04=";

    private const string XmlPush = "D7yzvUNAL930rd28wf21s4hvXhz0L6Uit/p2Di6C5DHyYGpEgdBRnKjBec34JwoQXicwaZC7fOVihW80F4VtsdvE//1vr7oAbqjDv8KenVp+ajKYpJnyQ4zMRhIC+a31fCVOMC03FfzV/QuC94kBP55a+Za3sJgvAn+ZbsNqZI5DkyuzkhQN8OBqCzFhizGmy0xpM0MEA4agpvE+RuNO1rhHTtuJB5yltw1FiYzecSXJ+y/D2r81VkRn2eYjh2ltsoyfbDR7Is6ookXIFxTfyeNyeHxMeT4KN5WpCDmSbTcUYrbBUlkGLJ9n/rU8YOywma6G7aTb7KZKOqCxgfoUlYEZPk4FUL/TK7ShriFDMVCLyjQJ15Ob++agDWtcxhfUfe6HIoIpRW8mKNBQiY/Jd1svvuskA1wLef1RTtzKfMpagSCX/laZINmdnX4zrF6kIaR9P4xQrWXbsTFHTYe0Mg==";

    [Theory]
    [InlineData("f464b24fc39322e44b38aa78f5edd27bd1441696", "1714036504", "1514711492")]
    [InlineData("899cf89e464efb63f54ddac96b0a0a235f53aa78", "1714037059", "486452656")]
    [InlineData("6c5c811b55cc85e0e1b54100749188c20beb3f5d", "1714112445", "415670741")]
    [InlineData("046e02f8204d34f8ba5fa3b1db94908f3df2e9b3", "1714112445", "415670741", JsonPush)]
    [InlineData("cc0c594499c1634947d5b502f158ee518947db27", "1715943329", "1590219412")]
    [InlineData("6c12a4205838198b8fa631b3220723bb07f1015c", "1715943329", "1590219412", XmlPush)]
    [InlineData("1b9339964ed2e271e7c7b6ff2b0ef902fc94dea1", "1713424427", "415670741", "ELGduP2YcVatjqIS+eZbp80MNLoAUWvzzyJxgGzxZO/5sAvd070Bs6qrLARC9nVHm48Y4hyRbtzve1L32tmxSQ==")]
    [InlineData("03e0812039325c2712ef5f0f980fd14c70d6e307", "1713424427", "415670741", "hE8R6mGXHkJJjU72KxzKUd1GEkKJaEZq7vRL8XgK3o+00k8JGq6+pZJUIlTSyhsX+bxIBQ72g3GyvDdIZcr6+3HAZbSvPT9t/o11MI7d6WELwqrGd7jMnV0zv3Zc9Nq7")]
    public void Of_PublishedParts_IsThePublishedSignature(string expected, params string[] parts) => Assert.Equal(expected, PushSignature.Of([Token, .. parts]));

    [Fact]
    public void Of_MixedCaseToken_SortsByBytes() => Assert.Equal(PushSignature.Of("QDG6eK", "abc", "1"), PushSignature.Of("abc", "1", "QDG6eK"));

    [Fact]
    public void Decrypt_PublishedPushes_AreReadable()
    {
        Assert.Equal(
            """{"ToUserName":"gh_97417a04a28d","FromUserName":"o9AgO5Kd5ggOC-bXrbNODIiE3bGY","CreateTime":1714112445,"MsgType":"event","Event":"debug_demo","debug_str":"hello world"}""",
            new MessageCrypto(Key, JsonApp).Decrypt(JsonPush));
        Assert.Equal(292, Encoding.UTF8.GetByteCount(new MessageCrypto(Key, XmlApp).Decrypt(XmlPush)!));
        Assert.Null(new MessageCrypto(Key, XmlApp).Decrypt(JsonPush)); // another account's
    }

    [Theory]
    [InlineData(JsonApp, "707722b803182950", """{"demo_resp":"good luck"}""", "ELGduP2YcVatjqIS+eZbp80MNLoAUWvzzyJxgGzxZO/5sAvd070Bs6qrLARC9nVHm48Y4hyRbtzve1L32tmxSQ==")]
    [InlineData(XmlApp, "999951349e8ee746", "<xml><demo_resp>[CDATA[good luck]]</demo_resp></xml>", "hE8R6mGXHkJJjU72KxzKUd1GEkKJaEZq7vRL8XgK3o+00k8JGq6+pZJUIlTSyhsX+bxIBQ72g3GyvDdIZcr6+3HAZbSvPT9t/o11MI7d6WELwqrGd7jMnV0zv3Zc9Nq7")]
    public void Encrypt_PublishedRandom_IsThePublishedCipher(string app, string random, string message, string expected) =>
        Assert.Equal(expected, new MessageCrypto(Key, app).Encrypt(message, Encoding.ASCII.GetBytes(random)));

    [Fact]
    public void Encrypt_AnyMessage_DecryptsToItself() => Gen.String.Where(text => !text.Any(char.IsSurrogate)).Sample(message =>
        Assert.Equal(message, new MessageCrypto(Key, JsonApp).Decrypt(new MessageCrypto(Key, JsonApp).Encrypt(message))), iter: 300);

    [Fact]
    public void Sign_PublishedTicket_IsThePublishedSignature() => Assert.Equal(
        "0f9de62fce790f9a083d5c99e95740ceb90c27ed",
        JsSdkEndpoint.Sign("sM4AOVdWfPE4DxkXGEs8VMCPGGVi4C3VM0P37wVUCFvkVAy_90u5h9nbSlYy3-Sl-HhTdfl2fzFy1AOcHKP7qg", "Wm3WZYTPz0wzccnW", "1414587457", "http://mp.weixin.qq.com?params=value"));
}
