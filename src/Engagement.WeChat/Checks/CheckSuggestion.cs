namespace Engagement.WeChat;

/// <summary>What WeChat suggests to do with a checked text or picture.</summary>
public enum CheckSuggestion
{
    /// <summary>A person should look (<c>review</c>). Also for anything WeChat may add.</summary>
    Review,

    /// <summary>Nothing was found (<c>pass</c>).</summary>
    Pass,

    /// <summary>Against the law or the rules (<c>risky</c>).</summary>
    Risky,
}
