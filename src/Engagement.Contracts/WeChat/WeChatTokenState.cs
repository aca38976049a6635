namespace Engagement.Contracts;

/// <summary>Whether there is a token. Everything but Good passes by itself or by an operator; ask again later.</summary>
public enum WeChatTokenState
{
    /// <summary>WeChat gave no usable answer.</summary>
    Unavailable = 0,

    /// <summary>There is one.</summary>
    Good,

    /// <summary>WeChat is busy or can't be reached.</summary>
    Busy,

    /// <summary>WeChat's quota of token calls is used up.</summary>
    RateLimited,

    /// <summary>WeChat refuses the current token and gives no other.</summary>
    Rejected,

    /// <summary>WeChat refuses our AppID, AppSecret or address. An operator must act.</summary>
    Misconfigured,
}
