using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Engagement.WeChat;

/// <summary>Registration of the WeChat client.</summary>
public static class WeChatServices
{
    /// <summary>Name of the HTTP client that all calls go through.</summary>
    internal const string Client = nameof(IWeChatGateway);

    /// <summary>Longest wait for one answer, connecting included: 3 s, well inside what a person waits for a page.</summary>
    internal static readonly TimeSpan Timeout = TimeSpan.FromSeconds(3);

    /// <summary>Largest answer read, in bytes: 1 MiB, ten times a mini-program code of 1,280 pixels.</summary>
    internal const int LargestAnswer = 1024 * 1024;

    /// <summary>Largest JSON answer taken, in bytes: 64 KiB, a hundred times what most calls send.</summary>
    internal const int LargestJson = 64 * 1024;

    /// <summary>Adds <see cref="IWeChatGateway"/>, configured by the section <see cref="WeChatOptions.Section"/>;
    /// wrong settings stop the program at its start. Tokens are owned by this process unless an <see cref="IWeChatTokens"/> is registered.</summary>
    /// <param name="services">The services of the program.</param>
    /// <param name="configuration">The root configuration, not the section.</param>
    public static IServiceCollection AddWeChat(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<WeChatOptions>().Bind(configuration.GetSection(WeChatOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddHttpClient(Client).AddTypedClient<WeChatHttp>().AsWeChatExpects();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<WeChatQuotas>();
        services.TryAddSingleton<IWeChatTokenSource, WeChatTokenSource>();
        services.TryAddSingleton<IWeChatTokens, ProcessTokens>();
        services.TryAddSingleton<WeChatCaller>();
        services.TryAddSingleton<IWeChatGateway, WeChatGateway>();
        return services;
    }

    /// <summary>How any client speaks to WeChat: within the time and size limits, without logs, redirects and cookies, and resilient.</summary>
    internal static IHttpClientBuilder AsWeChatExpects(this IHttpClientBuilder client) => client
        .ConfigureHttpClient(static http =>
        {
            http.Timeout = Timeout;
            http.MaxResponseContentBufferSize = LargestAnswer;
        })
        .RemoveAllLoggers() // they log addresses, and WeChat's carry the secret
        .UseSocketsHttpHandler(static (handler, provider) =>
        {
            handler.AllowAutoRedirect = false; // the secret goes to the configured host only
            handler.UseCookies = false;
            handler.UseProxy = !provider.GetRequiredService<IOptions<WeChatOptions>>().Value.ApiBase.IsLoopback;
            handler.PooledConnectionLifetime = TimeSpan.FromMinutes(2); // follows DNS changes, so singletons may keep a client
        })
        .SetHandlerLifetime(System.Threading.Timeout.InfiniteTimeSpan)
        .AddWeChatResilience();
}
