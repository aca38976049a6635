namespace Engagement.WeChat;

/// <summary>How much a web sign-in asks for.</summary>
public enum OAuthScope
{
    /// <summary><c>snsapi_base</c>: silent, tells the openid only.</summary>
    Base,

    /// <summary><c>snsapi_userinfo</c>: asks the person, and tells the unionid as well. Only after they pressed a button on a page
    /// with visible content: anywhere else WeChat opens the page as a snapshot (网页快照) with an invented person.</summary>
    UserInfo,
}
