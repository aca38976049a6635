using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Senparc.CO2NET.HttpUtility;
using Senparc.Weixin.RegisterServices;

namespace Engagement.WeChat;

/// <summary>Registration of the adapter.</summary>
public static class SenparcServices
{
    /// <summary>Makes <see cref="IWeChatGateway"/> speak through Senparc.Weixin, with the same settings, tokens, quotas and outcomes.
    /// After <see cref="WeChatServices.AddWeChat"/>. Senparc's settings are static: one configuration per process.</summary>
    /// <param name="services">The services of the program.</param>
    /// <param name="configuration">The root configuration; Senparc reads its sections <c>SenparcSetting</c> and <c>SenparcWeixinSetting</c>, which may be absent.</param>
    public static IServiceCollection AddWeChatOverSenparc(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddMemoryCache(); // Senparc's local cache stands on it
        services.AddSenparcWeixin(configuration);
        // Its client again, with our manners: its own follows redirects, and its log lines would carry tokens. Senparc asks for gzip by hand.
        services.AddHttpClient<SenparcHttpClient>().AddHttpMessageHandler(static () => new SenparcAnswers()).AsWeChatExpects()
            .UseSocketsHttpHandler(static (handler, _) => handler.AutomaticDecompression = System.Net.DecompressionMethods.GZip);
        services.TryAddSingleton<WeChatGateway>();
        services.TryAddSingleton<SenparcTokens>();
        services.TryAddSingleton<SenparcCalls>();
        services.TryAddSingleton<SenparcRegistration>();
        services.AddHostedService(static provider => provider.GetRequiredService<SenparcRegistration>());
        return services.Replace(ServiceDescriptor.Singleton<IWeChatGateway, SenparcGateway>());
    }
}
