namespace Engagement.WeChat;

/// <summary>What WeChat said, as far as the caller must act differently. WeChat's own numbers go to the log only.</summary>
public enum WeChatOutcome
{
    /// <summary>No answer within 3 s, an HTTP error, an unreadable answer or an errcode that is not listed. Whether it was done is
    /// unknown: a sign-in starts again, a read may be retried, a message counts as perhaps sent.</summary>
    Unavailable,

    /// <summary>Done.</summary>
    Ok,

    /// <summary>WeChat never issued this code to this account (40029). Start the sign-in again, once.</summary>
    InvalidCode,

    /// <summary>The code was exchanged before (40163), as when WeChat calls the redirect twice.
    /// Use the first exchange's result, or start again, once.</summary>
    CodeUsed,

    /// <summary>The code or the person's grant has ended (42002, 42003, 42007). Start the sign-in again.</summary>
    Expired,

    /// <summary>WeChat is busy (-1) or can't be reached at all: not done. Retry after a moment.</summary>
    Busy,

    /// <summary>A quota is used up (45009 of the day, 45011 of the minute): not done. Wait before retrying.</summary>
    RateLimited,

    /// <summary>WeChat holds this user for high-risk (40226) or has restricted them (50002). Do not sign in; send nothing.</summary>
    RiskUser,

    /// <summary>Our settings are wrong: AppID, AppSecret, template, page, rights or IP list (40013, 40037, 40164, 41xxx and kin).
    /// Not done; an operator must act.</summary>
    Misconfigured,

    /// <summary>There is no access token that WeChat accepts: it refused a fresh one too (40001, 40014, 42001) or gave out none: not done.
    /// Retry later.</summary>
    TokenRejected,

    /// <summary>The person does not follow the service account (43004): a normal result, send nothing.</summary>
    NotFollowing,

    /// <summary>The person did not allow this message, allowed no more of them, or can't be written to now (43101, 45015, 45047):
    /// a normal result, send nothing.</summary>
    Refused,

    /// <summary>No openid of this account (40003).</summary>
    UnknownPerson,

    /// <summary>The person has not used the mini program for two hours (61010): WeChat does not check or rank them now.</summary>
    Inactive,

    /// <summary>WeChat found the content against the rules (87014).</summary>
    ContentRefused,

    /// <summary>WeChat found what we sent malformed (43002, 44002, 44991, 45002, 47001, 47003, 40129): retrying the same changes nothing.</summary>
    Invalid,

    /// <summary>There is none (46003: no menu).</summary>
    NotFound,
}
