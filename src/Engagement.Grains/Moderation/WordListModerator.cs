namespace Engagement.Grains.Moderation;

/// <summary>The local first pass (MA-01): word lists, then patterns; the strictest finding wins.</summary>
public sealed class WordListModerator : IMessageModerator
{
    // Raise it whenever a pattern or the folding changes; the lists' part changes by itself.
    private const string Patterns = "p1";

    // WeChat's own check takes no more; a longer text is not a message.
    private const int LongestText = 2_500;

    private const string SentenceMarks = ",。、!?;:…\n";

    private readonly IReadOnlyList<ListedWord> words;
    private readonly WordAutomaton automaton;

    /// <summary>Reads the embedded lists once; keep one instance.</summary>
    public WordListModerator()
        : this(WordList.Embedded("ldnoobw.txt", "own.txt"))
    {
    }

    internal WordListModerator(WordList list)
    {
        words = list.Words;
        automaton = new(words);
        RuleVersion = $"{Patterns}-{list.Version}";
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
            .Or(Words(normal))
            .Or(Characters(text));
    }

    private static ModerationVerdict Characters(string text)
    {
        if (text.Contains("🖕")) return ModerationVerdict.Refuse(ModerationCategory.Abuse);
        return MessageText.Validate(text, LongestText) is MessageTextError.Control or MessageTextError.Hidden or MessageTextError.Broken
            ? ModerationVerdict.Refuse(ModerationCategory.Markup)
            : ModerationVerdict.Pass;
    }

    private ModerationVerdict Words(NormalisedText text)
    {
        var hits = automaton.Find(text.Compact).ToList();
        var innocent = hits.Where(hit => words[hit.Word].Verdict.Outcome is ModerationOutcome.Pass).ToList();
        var worst = ModerationVerdict.Pass;
        foreach (var hit in hits)
        {
            var covered = innocent.Any(phrase => phrase.Start <= hit.Start && phrase.Start + phrase.Length >= hit.Start + hit.Length);
            if (!covered) worst = worst.Or(Judge(text, words[hit.Word], hit.Start, hit.Start + hit.Length - 1));
        }

        return worst;
    }

    // An entry that only appears across a sentence mark ("真能干，你…") is one step less certain.
    private static ModerationVerdict Judge(NormalisedText text, ListedWord word, int first, int last)
    {
        var (from, to) = (text.Origin[first], text.Origin[last]);
        if (word.IsLatin && (IsLatinLetter(text.Folded, from - 1) || IsLatinLetter(text.Folded, to + 1))) return ModerationVerdict.Pass;
        var broken = text.Folded.AsSpan(from, to - from).ContainsAny(SentenceMarks);
        return !broken ? word.Verdict : word.Verdict.Outcome is ModerationOutcome.Refuse ? ModerationVerdict.Hold(word.Verdict.Category) : ModerationVerdict.Pass;
    }

    private static bool IsLatinLetter(string text, int at) => at >= 0 && at < text.Length && char.IsAsciiLetter(text[at]);
}
