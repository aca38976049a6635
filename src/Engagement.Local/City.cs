using Engagement.Grains.Campaigns;
using Engagement.WeChat.Emulator;
using Engagement.WeChat.Emulator.Callbacks;
using Engagement.WeChat.Emulator.Personas;
using Engagement.Web;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Engagement.Local;

/// <summary>The site of a local city, composed as in production but for clustering, which stays on this machine.</summary>
internal static class City
{
    /// <summary>Settings that a local city brings along.</summary>
    public static Dictionary<string, string?> Settings(LocalOptions options, DataFolder folder, int storePort)
    {
        var wechat = new EmulatorOptions();
        return new()
        {
            ["Urls"] = options.Urls,
            ["Store:Connection"] = $"127.0.0.1:{storePort}",
            ["Store:TrustUnverified"] = folder.Read().Store == "garnet" ? "true" : "false",
            ["Store:FlushCommand"] = folder.Read().Store == "garnet" ? GarnetStore.FlushCommand : "",
            ["Keys:Master"] = folder.MasterKey(),
            ["Photos:Folder"] = Path.Combine(folder.Root, "photos"),
            ["Archive:Folder"] = Path.Combine(folder.Root, "archive"),
            ["WeChat:AppId"] = wechat.AppId,
            ["WeChat:AppSecret"] = wechat.AppSecret,
            ["WeChat:MiniProgramAppId"] = wechat.MiniProgramAppId,
            ["WeChat:MiniProgramAppSecret"] = wechat.MiniProgramAppSecret,
            ["WeChat:ApiBase"] = options.WeChatUrls,
            ["WeChat:OpenBase"] = options.WeChatUrls,
            ["WeChat:Callback:Token"] = CallbackToken,
            ["WeChat:Callback:EncodingAESKey"] = CallbackKey,
            ["WeChat:Callback:Modes:0"] = "Plain", // the emulator's control page tries all three
            ["WeChat:Callback:Modes:1"] = "Compatible",
            ["WeChat:Callback:Modes:2"] = "Safe",
            ["WeChat:Account:LetterCodes"] = "true", // the emulator scans them, and shows what following brings
            ["Operators:OpenIds:0"] = new Persona(Operator).OpenId(wechat.AppId),
            ["Operators:OpenIds:1"] = new Persona(Operator).OpenId(wechat.MiniProgramAppId),
            ["RateLimits:EntriesPerMinute"] = "1000000", // everybody comes from one address here
            ["Hosting:DrainSeconds"] = "0", // nobody stands before it who would have to notice
            ["Notices:Templates:0:Id"] = "emulator-longterm-digest", // the emulator's own, with the fields it gave them
            ["Notices:Templates:0:Kind"] = "LongTerm",
            ["Notices:Templates:0:Fields:thing1"] = "What",
            ["Notices:Templates:0:Fields:number2"] = "Count",
            ["Notices:Templates:0:Fields:time3"] = "When",
            ["Notices:Templates:1:Id"] = "emulator-onetime-digest",
            ["Notices:Templates:1:Kind"] = "OneTime",
            ["Notices:Templates:1:Fields:thing1"] = "What",
            ["Notices:Templates:1:Fields:number2"] = "Count",
            ["Notices:Templates:1:Fields:time3"] = "When",
            ["Notices:Templates:2:Id"] = "emulator-template-notice",
            ["Notices:Templates:2:Kind"] = "Follower",
            ["Notices:Templates:2:Fields:thing1"] = "Campaign",
            ["Notices:Templates:2:Fields:thing2"] = "What",
            ["Notices:Templates:2:Fields:time3"] = "When",
            ["Notices:Templates:3:Id"] = "emulator-mini-digest",
            ["Notices:Templates:3:Kind"] = "MiniProgram",
            ["Notices:Templates:3:Page"] = "pages/notices/index",
            ["Notices:Templates:3:Fields:thing1"] = "What",
            ["Notices:Templates:3:Fields:number2"] = "Count",
            ["Notices:Templates:3:Fields:time3"] = "When",
            ["Site:Organiser"] = "本机演示",
            ["Site:Address"] = Address(options), // links in messages and answers, which have no request to take it from
            ["Site:Contact"] = "docs/privacy.md",
            ["Site:Banner"] = options.TestClock ? "测试时钟开着，这里的时间可能比真的快 · test clock" : null,
            ["Logging:LogLevel:Default"] = "Warning",
        };
    }

    /// <summary>The Token of the emulator's pushes; made up, and good on this machine only.</summary>
    private const string CallbackToken = "emulatorCallbackToken";

    /// <summary>Their EncodingAESKey.</summary>
    private const string CallbackKey = "emulatorEncodingAesKeyForThisMachineOnly000";

    // Null where the site listens on every address or on a port not known yet: then links carry the request's own.
    private static string? Address(LocalOptions options)
    {
        var site = BindingAddress.Parse(options.Urls.Split(';')[0]);
        return site.Host is "*" or "+" or "0.0.0.0" or "[::]" || site.Port == 0 ? null : $"{site.Scheme}://{site.Host}:{site.Port}";
    }

    /// <summary>Where the emulator pushes to: the site's callback, encrypted as a live account should be.</summary>
    public static PushTarget Callback(LocalOptions options)
    {
        var site = BindingAddress.Parse(options.Urls.Split(';')[0]);
        var host = site.Host is "*" or "+" or "0.0.0.0" or "[::]" ? "127.0.0.1" : site.Host;
        return new(new Uri($"{site.Scheme}://{host}:{site.Port}/wechat/callback"), CallbackToken, CallbackKey, PushMode.Safe);
    }

    /// <summary>The persona who may use the console.</summary>
    public const string Operator = "管理员";

    /// <summary>The persona who decides about civic acts, in all districts.</summary>
    public const string Reviewer = "审核员";

    /// <summary>The persona who looks after the first company's couriers.</summary>
    public const string Steward = "公司管家";

    /// <summary>The persona who looks after rose stations.</summary>
    public const string Keeper = "站长";

    /// <summary>The persona who has a budget for bouquets.</summary>
    public const string Organiser = "组织者";

    /// <summary>The persona who is a volunteer by real name: an adult of nobody's name, with an ID number of an area where nobody is born.</summary>
    public const string Volunteer = "志愿者小林";

    /// <summary>The site, not started yet.</summary>
    public static WebApplication Build(Dictionary<string, string?> settings, ICampaignClock clock)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = "Engagement.Local", ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseStaticWebAssets();
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Services.Replace(ServiceDescriptor.Singleton(clock));
        builder.AddEngagementWeb(silo =>
        {
            var (siloPort, gatewayPort) = LocalStore.TwoFreePorts();
            silo.UseLocalhostClustering(siloPort, gatewayPort, serviceId: "engagement", clusterId: "local");
            silo.UseInMemoryReminderService();
        });
        var app = builder.Build();
        app.UseEngagementWeb();
        return app;
    }
}
