using Engagement.WeChat.Emulator.Accounts;
using Engagement.WeChat.Emulator.Callbacks;
using Engagement.WeChat.Emulator.Calls;
using Engagement.WeChat.Emulator.Chats;
using Engagement.WeChat.Emulator.Clock;
using Engagement.WeChat.Emulator.Control;
using Engagement.WeChat.Emulator.Faults;
using Engagement.WeChat.Emulator.JsSdk;
using Engagement.WeChat.Emulator.Menus;
using Engagement.WeChat.Emulator.Messages;
using Engagement.WeChat.Emulator.Personas;
using Engagement.WeChat.Emulator.Phones;
using Engagement.WeChat.Emulator.QrCodes;
using Engagement.WeChat.Emulator.Security;
using Engagement.WeChat.Emulator.SignIn;
using Engagement.WeChat.Emulator.State;
using Engagement.WeChat.Emulator.Templates;
using Engagement.WeChat.Emulator.Tokens;
using Engagement.WeChat.Emulator.Users;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.WeChat.Emulator;

/// <summary>What the emulator is made of.</summary>
internal static class EmulatorServices
{
    public static void AddEmulator(this IServiceCollection services, EmulatorOptions options, EmulatorStore store)
    {
        var accounts = new AccountBook(options);
        services.AddSingleton(options).AddSingleton(store).AddSingleton(accounts).AddSingleton(new PersonaBook(store, accounts, options.Personas));
        services.AddSingleton(new CodeBook(options.UtcNow)).AddSingleton<OAuthTokenBook>().AddSingleton<TokenBook>().AddSingleton<CallBook>();
        services.AddSingleton<FaultBook>().AddSingleton<People>().AddSingleton<ChatBook>().AddSingleton<TemplateBook>().AddSingleton<MenuBook>().AddSingleton<QrBook>();
        services.AddSingleton<TargetBook>().AddSingleton<PushLog>().AddSingleton<Pusher>().AddSingleton<IMessageEvents, MessageEvents>().AddSingleton<MediaChecks>();
        services.AddHostedService<StateSaver>().AddHostedService(provider => provider.GetRequiredService<Pusher>());
        services.AddSingleton<ApiPipeline>().AddSingleton<ShowQrCode>();
        services.AddSingleton<AuthorizeEndpoint>().AddSingleton<JsCodeEndpoint>().AddSingleton<PersonaEndpoint>().AddSingleton<ClockEndpoint>();
        services.AddSingleton<Phone>().AddSingleton<Follows>().AddSingleton<Prompts>().AddSingleton<JsSdkEndpoint>();
        services.AddSingleton<ActionEndpoint>().AddSingleton<FaultEndpoint>().AddSingleton<TargetEndpoint>().AddSingleton<PeopleEndpoint>().AddSingleton<ContentEndpoint>();
        services.AddApi<TokenApi>().AddApi<ClearQuotaApi>().AddApi<OAuthTokenEndpoint>().AddApi<UserInfoEndpoint>().AddApi<CodeSessionEndpoint>();
        services.AddApi<UserInfoApi>().AddApi<MenuApi>().AddApi<QrApi>().AddApi<WxaCodeApi>();
        services.AddApi<TemplateSendApi>().AddApi<SubscribeSendApi>().AddApi<CustomSendApi>().AddApi<SecurityApi>();
    }

    private static IServiceCollection AddApi<T>(this IServiceCollection services) where T : class, IApi => services.AddSingleton<IApi, T>();
}
