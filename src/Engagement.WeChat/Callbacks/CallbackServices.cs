using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Engagement.WeChat;

/// <summary>Registration of the door for WeChat's pushes.</summary>
public static class CallbackServices
{
    /// <summary>Adds <see cref="CallbackGate"/>, configured by the section <see cref="CallbackOptions.Section"/>; wrong settings stop the
    /// program at its start. Needs <see cref="WeChatServices.AddWeChat"/>.</summary>
    /// <param name="services">The services of the program.</param>
    /// <param name="configuration">The root configuration, not the section.</param>
    public static IServiceCollection AddWeChatCallbacks(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<CallbackOptions>().Bind(configuration.GetSection(CallbackOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton<CallbackGate>();
        return services;
    }
}
