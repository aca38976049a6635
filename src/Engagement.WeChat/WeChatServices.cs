using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Engagement.WeChat;

/// <summary>Registration of the WeChat client.</summary>
public static class WeChatServices
{
    /// <summary>Longest wait for one answer, connecting included: 3 s, well inside what a person waits for a page.</summary>
    internal static readonly TimeSpan Timeout = TimeSpan.FromSeconds(3);

    /// <summary>Largest answer read, in bytes: 64 KiB, a hundred times what <c>sns/*</c> sends.</summary>
    internal const int LargestAnswer = 64 * 1024;

    /// <summary>Adds <see cref="IWeChatGateway"/>, configured by the section <see cref="WeChatOptions.Section"/>;
    /// wrong settings stop the program at its start.</summary>
    /// <param name="services">The services of the program.</param>
    /// <param name="configuration">The root configuration, not the section.</param>
    public static IServiceCollection AddWeChat(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<WeChatOptions>().Bind(configuration.GetSection(WeChatOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<CallbackOptions>().Bind(configuration.GetSection(CallbackOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton<CallbackGate>();
        services.AddHttpClient<IWeChatGateway, WeChatGateway>(http =>
            {
                http.Timeout = Timeout;
                http.MaxResponseContentBufferSize = LargestAnswer;
            })
            .RemoveAllLoggers() // they log addresses, and WeChat's carry the secret
            .UseSocketsHttpHandler((handler, provider) =>
            {
                handler.AllowAutoRedirect = false; // the secret goes to the configured host only
                handler.UseCookies = false;
                handler.UseProxy = !provider.GetRequiredService<IOptions<WeChatOptions>>().Value.ApiBase.IsLoopback;
                handler.PooledConnectionLifetime = TimeSpan.FromMinutes(2); // follows DNS changes, so singletons may keep a gateway
            })
            .SetHandlerLifetime(System.Threading.Timeout.InfiniteTimeSpan);
        return services;
    }
}
