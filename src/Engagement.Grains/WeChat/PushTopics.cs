namespace Engagement.Grains.WeChat;

/// <summary>What keywords and buttons of the menu may ask for.</summary>
public static class PushTopics
{
    /// <summary>Own roses.</summary>
    public const string Mine = "mine";

    /// <summary>The week's districts.</summary>
    public const string Boards = "boards";

    /// <summary>What one can ask.</summary>
    public const string Help = "help";

    /// <summary>A fixed text of the account's file: its name follows.</summary>
    public const string Text = "text:";

    /// <summary>A page that a code of the account's file leads to: its path follows.</summary>
    public const string Page = "page:";

    /// <summary>Answers that need no text of their own.</summary>
    public static readonly IReadOnlyList<string> Answers = [Mine, Boards, Help];
}
