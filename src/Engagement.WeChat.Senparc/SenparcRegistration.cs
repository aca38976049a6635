using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Senparc.CO2NET;
using Senparc.CO2NET.RegisterServices;
using Senparc.Weixin;
using Senparc.Weixin.Entities;
using Senparc.Weixin.MP;
using Senparc.Weixin.WxOpen;
using Config = Senparc.Weixin.Config;

namespace Engagement.WeChat;

/// <summary>Sets Senparc's static state to ours, at the program's start and before the first call. No account is registered with
/// Senparc: its containers would fetch tokens of their own and keep the AppSecret in their cache in clear text.</summary>
internal sealed class SenparcRegistration(
    IServiceProvider services, SenparcTokens tokens, IOptions<WeChatOptions> options, IOptions<SenparcSetting> senparc) : IHostedService
{
    // 40001, 40014 and 42001 are the numbers after which a new token helps; by itself Senparc knows the first only.
    private static readonly ReturnCode[] Refusals = [.. WeChatErrcodes.All
        .Where(static line => line.Value.Outcome is WeChatOutcome.TokenRejected).Select(static line => (ReturnCode)line.Key)];

    private static readonly Func<string, PlatformType, bool> UsualAppIdCheck = Config.DefaultAppIdCheckFunc;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        Apply();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>May be called again; the last configuration of the process counts.</summary>
    public void Apply()
    {
        var wechat = options.Value;
        var setting = senparc.Value;
        setting.IsDebug = false; // its debug log is a file with every address, token and text
        var register = RegisterService.Start(setting);
        Config.IsDebug = false;
        Config.ThrownWhenJsonResultFaild = true; // so that sns/userinfo, whose result has no errcode, tells failures at all
        Config.ApiMpHost = wechat.ApiBase.GetLeftPart(UriPartial.Authority);
        // Senparc takes any text of up to 32 characters for an AppID; ours are known, and a token of any length is a token.
        Config.DefaultAppIdCheckFunc = (text, platform) =>
            platform is PlatformType.MP or PlatformType.WxOpen ? tokens.Owns(text) : UsualAppIdCheck(text, platform);
        CommonDI.CommonSP = services; // else it builds a second container out of the program's registrations

        Func<string, Task<bool>> owns = appId => Task.FromResult(tokens.Owns(appId));
        Func<string, bool, Task<IAccessTokenResult>> give = tokens.Give;
        register
            .SetMP_InvalidCredentialValues(Refusals)
            .SetMP_AccessTokenContainer_GetFirstOrDefaultAppIdFunc(owns) // its name misleads: this overload is the check "is registered"
            .SetMP_AccessTokenContainer_GetAccessTokenResultFunc(give)
            .SetWxOpen_InvalidCredentialValues(Refusals)
            .SetWxOpen_AccessTokenContainer_GetFirstOrDefaultAppIdFunc(owns)
            .SetAccessTokenContainer_GetAccessTokenResultFunc(give); // of WxOpen, in spite of its name
    }
}
