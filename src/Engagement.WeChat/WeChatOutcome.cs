namespace Engagement.WeChat;

/// <summary>What WeChat said, as far as the caller must act differently. WeChat's own numbers go to the log only.</summary>
public enum WeChatOutcome
{
    /// <summary>No answer within 3 s, an HTTP error, an unreadable answer or an errcode not listed here.
    /// The code may or may not be used up: start the sign-in again.</summary>
    Unavailable,

    /// <summary>Answered; the person is known.</summary>
    Ok,

    /// <summary>WeChat never issued this code to this account (40029). Start the sign-in again, once.</summary>
    InvalidCode,

    /// <summary>The code was exchanged before (40163), as when WeChat calls the redirect twice.
    /// Use the first exchange's result, or start again, once.</summary>
    CodeUsed,

    /// <summary>The code is older than five minutes (42003). Start the sign-in again.</summary>
    Expired,

    /// <summary>WeChat is busy (-1). Retry after a moment.</summary>
    Busy,

    /// <summary>A quota is used up (45009 of the day, 45011 of the minute). Wait before retrying.</summary>
    RateLimited,

    /// <summary>WeChat holds this user for high-risk (40226). Do not sign in.</summary>
    RiskUser,

    /// <summary>Our settings are wrong: AppID, AppSecret, rights or IP list (40013, 40125, 40164, 41xxx and kin). An operator must act.</summary>
    Misconfigured,
}
