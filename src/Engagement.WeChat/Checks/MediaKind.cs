namespace Engagement.WeChat;

/// <summary>What is checked; WeChat's numbers.</summary>
public enum MediaKind
{
    /// <summary>A sound.</summary>
    Audio = 1,

    /// <summary>A picture.</summary>
    Image = 2,
}
