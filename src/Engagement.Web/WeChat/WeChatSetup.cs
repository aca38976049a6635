using Engagement.WeChat;
using Engagement.Web.WeChat.Account;
using Engagement.Web.WeChat.MiniProgram;

namespace Engagement.Web.WeChat;

/// <summary>Registers the service account's side of the site.</summary>
public static class WeChatSetup
{
    /// <summary>Its file, for the site and for subcommands.</summary>
    public static IServiceCollection AddWeChatAccount(this IServiceCollection services)
    {
        services.AddOptions<AccountOptions>().BindConfiguration("WeChat:Account").ValidateDataAnnotations().ValidateOnStart();
        return services.AddSingleton<AccountBook>();
    }

    /// <summary>The door for WeChat's pushes and what answers them.</summary>
    public static IServiceCollection AddWeChatAnswers(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddWeChatCallbacks(configuration).AddWeChatAccount().AddHostedService(static services => services.GetRequiredService<AccountBook>());
        services.AddSingleton<FollowerQuestions>().AddHostedService(static services => services.GetRequiredService<FollowerQuestions>());
        services.AddOptions<MiniProgramOptions>().BindConfiguration(WeChatOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services.AddSingleton<PushSorter>().AddSingleton<ReplyWriter>().AddSingleton<LetterCodes>().AddSingleton<MiniCodes>();
    }
}
