using Engagement.Web.JsSdk;

namespace Engagement.Tests.JsSdk;

public sealed class JsSignatureTests
{
    private static readonly DateTimeOffset At = DateTimeOffset.FromUnixTimeSeconds(1414587457);
    private const string Ticket = "sM4AOVdWfPE4DxkXGEs8VMCPGGVi4C3VM0P37wVUCFvkVAy_90u5h9nbSlYy3-Sl-HhTdfl2fzFy1AOcHKP7qg";

    // https://developers.weixin.qq.com/doc/service/guide/h5/jssdk.html, appendix 1
    [Fact]
    public void Of_OfficialVector_IsWeChats() => Assert.Equal(
        new JsSignature("wx0", 1414587457, "Wm3WZYTPz0wzccnW", "0f9de62fce790f9a083d5c99e95740ceb90c27ed"),
        JsSignature.Of("wx0", Ticket, "http://mp.weixin.qq.com?params=value", At, "Wm3WZYTPz0wzccnW"));

    [Theory]
    [InlineData("https://roses.example/r/1?k=a&from=singlemessage&isappinstalled=0", "https://roses.example/r/1?k=a&amp;from=singlemessage&amp;isappinstalled=0")]
    [InlineData("https://roses.example/r/%E8%8A%B1", "https://roses.example/r/花")]
    [InlineData("https://roses.example/", "https://roses.example")]
    public void Of_AnotherSpellingOfThePage_IsAnotherSignature(string one, string other) =>
        Assert.NotEqual(JsSignature.Of("wx0", Ticket, one, At, "n").Signature, JsSignature.Of("wx0", Ticket, other, At, "n").Signature);
}
