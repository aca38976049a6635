using Engagement.WeChat;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Engagement.Tests.WeChat;

public sealed class WeChatOptionsTests
{
    [Fact]
    public void Validate_OnlyTheServiceAccount_SpeaksToWeChat()
    {
        var options = Read();
        Assert.Equal("https://api.weixin.qq.com/", options.ApiBase.ToString());
        Assert.Equal("https://open.weixin.qq.com/", options.OpenBase.ToString());
    }

    [Theory]
    [InlineData("AppId", "")]
    [InlineData("AppId", "gh_97417a04a28d")]
    [InlineData("AppSecret", "short")]
    [InlineData("MiniProgramAppId", "wx5080000000000002")] // without its secret
    [InlineData("ApiBase", "http://api.weixin.qq.com")] // the secret in clear text
    [InlineData("ApiBase", "https://api.weixin.qq.com/sns")]
    [InlineData("OpenBase", "connect")]
    public void Validate_WrongSetting_RefusesNamingIt(string name, string value)
    {
        var error = Assert.Throws<OptionsValidationException>(() => Read((name, value)));
        Assert.Contains(name, error.Message, StringComparison.Ordinal);
    }

    private static WeChatOptions Read(params (string Name, string Value)[] changes)
    {
        var settings = new Dictionary<string, string?> { ["WeChat:AppId"] = "wx5080000000000001", ["WeChat:AppSecret"] = "0123456789abcdef" };
        foreach (var (name, value) in changes)
        {
            settings[$"WeChat:{name}"] = value;
        }

        using var services = new ServiceCollection()
            .AddWeChat(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()).BuildServiceProvider();
        return services.GetRequiredService<IOptions<WeChatOptions>>().Value;
    }
}
