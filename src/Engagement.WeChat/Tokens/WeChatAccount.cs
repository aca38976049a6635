namespace Engagement.WeChat;

/// <summary>The two accounts this site has with WeChat. Each has its own AppID, openids, access token and quotas.</summary>
public enum WeChatAccount
{
    /// <summary>The service account (服务号), <see cref="WeChatOptions.AppId"/>.</summary>
    ServiceAccount,

    /// <summary>The mini program (小程序), <see cref="WeChatOptions.MiniProgramAppId"/>; a city may have none.</summary>
    MiniProgram,
}
