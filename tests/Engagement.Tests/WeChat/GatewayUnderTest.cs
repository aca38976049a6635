using Engagement.WeChat;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;

namespace Engagement.Tests.WeChat;

/// <summary>The gateway as a program registers it, with everything it logs.</summary>
internal sealed class GatewayUnderTest : IDisposable
{
    private readonly ServiceProvider services;

    public GatewayUnderTest(
        Uri wechat, Dictionary<string, string?>? settings = null, TimeSpan? timeout = null, Action<IServiceCollection>? with = null)
    {
        var all = new Dictionary<string, string?>
        {
            ["WeChat:AppId"] = EmulatorUnderTest.AppId,
            ["WeChat:AppSecret"] = "0123456789abcdef-secret",
            ["WeChat:ApiBase"] = wechat.ToString(),
            ["WeChat:OpenBase"] = wechat.ToString(),
        };
        foreach (var (key, value) in settings ?? [])
        {
            all[key] = value;
        }

        var configuration = new ConfigurationBuilder().AddInMemoryCollection(all).Build();
        var registered = new ServiceCollection()
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Log))
            .AddWeChat(configuration);
#if SENPARC
        registered.AddWeChatOverSenparc(configuration);
#endif
        if (timeout is { } shorter)
        {
            registered.Configure<HttpClientFactoryOptions>(nameof(IWeChatGateway), http => http.HttpClientActions.Add(client => client.Timeout = shorter));
        }

        with?.Invoke(registered);
        services = registered.BuildServiceProvider();
    }

    public LogLines Log { get; } = new();

    public IWeChatGateway Wechat => services.GetRequiredService<IWeChatGateway>();

    public IWeChatTokens Tokens => services.GetRequiredService<IWeChatTokens>();

    public TimeSpan Timeout => services.GetRequiredService<IHttpClientFactory>().CreateClient(nameof(IWeChatGateway)).Timeout;

    public void Dispose() => services.Dispose();
}
