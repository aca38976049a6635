namespace Engagement.WeChat;

/// <summary>What a person is about to do; WeChat's numbers.</summary>
public enum RiskScene
{
    /// <summary>Sign up (注册).</summary>
    SignUp = 0,

    /// <summary>Take part in a campaign (营销作弊).</summary>
    Campaign = 1,

    /// <summary>Publish something (UGC).</summary>
    Publish = 2,
}
