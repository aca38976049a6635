namespace Engagement.Grains.Moderation;

/// <summary>The local first pass (MA-01): word lists, then patterns; the strictest finding wins.</summary>
public sealed class WordListModerator : IMessageModerator
{
    // Raise it whenever a pattern or the folding changes; the lists' part changes by itself.
    private const string Patterns = "p3";

    // WeChat's own check takes no more; a longer text is not a message.
    private const int LongestText = 2_500;

    private readonly WordCheck words, names;

    /// <summary>Reads the embedded lists once; keep one instance.</summary>
    public WordListModerator()
        : this(WordList.Embedded("ldnoobw.txt", "own.txt"), WordList.Embedded("offices.txt"))
    {
    }

    private WordListModerator(WordList forTexts, WordList forNames)
    {
        (words, names) = (new(forTexts), new(forNames));
        RuleVersion = $"{Patterns}-{forTexts.Version}-{forNames.Version}";
    }

    /// <inheritdoc/>
    public string RuleVersion { get; }

    /// <inheritdoc/>
    public ModerationVerdict Check(string text)
    {
        if (text.Length > LongestText) return ModerationVerdict.Refuse(ModerationCategory.Markup);
        var normal = TextNormaliser.Normalise(text);
        return ContactPatterns.Check(normal)
            .Or(LinkPatterns.Check(normal))
            .Or(InducementPatterns.Check(normal))
            .Or(words.Of(normal))
            .Or(Characters(text));
    }

    /// <inheritdoc/>
    public ModerationVerdict CheckName(string name)
    {
        var verdict = Check(name);
        return verdict.Outcome is ModerationOutcome.Refuse ? verdict : verdict.Or(names.Of(TextNormaliser.Normalise(name)));
    }

    private static ModerationVerdict Characters(string text)
    {
        if (text.Contains("🖕")) return ModerationVerdict.Refuse(ModerationCategory.Abuse);
        return MessageText.Validate(text, LongestText) is MessageTextError.Control or MessageTextError.Hidden or MessageTextError.Broken
            ? ModerationVerdict.Refuse(ModerationCategory.Markup)
            : ModerationVerdict.Pass;
    }
}
