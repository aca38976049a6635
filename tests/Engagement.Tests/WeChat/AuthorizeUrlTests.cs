using Engagement.WeChat;

namespace Engagement.Tests.WeChat;

public sealed class AuthorizeUrlTests
{
    private static readonly Uri Open = new("https://open.weixin.qq.com");

    [Fact]
    public void AuthorizeUrl_RedirectWithQuery_IsExactlyWhatWeChatMatches()
    {
        using var gateway = new GatewayUnderTest(Open);

        var address = gateway.Wechat.AuthorizeUrl(new("https://rose.example/signin/return?to=%2Froses&a=1"), "Abc123");

        Assert.Equal(
            "https://open.weixin.qq.com/connect/oauth2/authorize?appid=wx5080000000000001"
            + "&redirect_uri=https%3A%2F%2Frose.example%2Fsignin%2Freturn%3Fto%3D%252Froses%26a%3D1"
            + "&response_type=code&scope=snsapi_base&state=Abc123#wechat_redirect",
            address.AbsoluteUri);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a&scope=snsapi_userinfo")]
    [InlineData("abc\n")]
    [InlineData("状态")]
    public void AuthorizeUrl_StateOtherThanLettersAndDigits_Throws(string state)
    {
        using var gateway = new GatewayUnderTest(Open);
        Assert.Throws<ArgumentException>(() => gateway.Wechat.AuthorizeUrl(new("https://rose.example/"), state));
    }

    [Theory]
    [InlineData(128, true)]
    [InlineData(129, false)]
    public void AuthorizeUrl_StateLength_EndsAt128(int length, bool accepted)
    {
        using var gateway = new GatewayUnderTest(Open);
        var error = Record.Exception(() => gateway.Wechat.AuthorizeUrl(new("https://rose.example/"), new string('s', length)));
        Assert.Equal(accepted, error is null);
    }

    [Theory]
    [InlineData("ftp://rose.example/")]
    [InlineData("https://rose.example/#here")]
    public void AuthorizeUrl_RedirectWeChatCanNotCall_Throws(string redirect)
    {
        using var gateway = new GatewayUnderTest(Open);
        Assert.Throws<ArgumentException>(() => gateway.Wechat.AuthorizeUrl(new(redirect), "s"));
    }
}
