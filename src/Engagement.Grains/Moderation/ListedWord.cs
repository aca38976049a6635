namespace Engagement.Grains.Moderation;

/// <summary>One entry of a word list, in compact form.</summary>
/// <param name="Text">What to find.</param>
/// <param name="Verdict">What finding it means; a pass marks an innocent phrase, which covers the entries inside it.</param>
internal readonly record struct ListedWord(string Text, ModerationVerdict Verdict)
{
    /// <summary>Latin entries are whole words: "class" holds nothing.</summary>
    public bool IsLatin => Text.All(char.IsAscii);
}
