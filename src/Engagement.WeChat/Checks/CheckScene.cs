namespace Engagement.WeChat;

/// <summary>Where a checked text or picture is shown; WeChat's numbers.</summary>
public enum CheckScene
{
    /// <summary>A person's profile (资料).</summary>
    Profile = 1,

    /// <summary>A comment (评论).</summary>
    Comment = 2,

    /// <summary>A forum (论坛).</summary>
    Forum = 3,

    /// <summary>A social post (社交日志).</summary>
    Post = 4,
}
