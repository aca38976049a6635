namespace Engagement.Web.Sessions;

/// <summary>Why a sign-in did not work, as the page tells it.</summary>
public enum SignInTrouble
{
    /// <summary>The code was no good twice, or another browser began it.</summary>
    Failed,

    /// <summary>The person did not want to.</summary>
    Declined,

    /// <summary>WeChat or the store does not answer, or WeChat rejects this site's settings.</summary>
    Away,

    /// <summary>WeChat holds the person for risky.</summary>
    Risky,
}
