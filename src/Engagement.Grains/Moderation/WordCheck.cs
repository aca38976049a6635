namespace Engagement.Grains.Moderation;

/// <summary>Judges a text by the entries of a list that it holds; an innocent phrase covers the entries inside it.</summary>
internal sealed class WordCheck(WordList list)
{
    private const string SentenceMarks = ",。、!?;:…\n";

    private readonly IReadOnlyList<ListedWord> words = list.Words;
    private readonly WordAutomaton automaton = new(list.Words);

    /// <summary>The strictest finding.</summary>
    public ModerationVerdict Of(NormalisedText text) => Findings(text).Aggregate(ModerationVerdict.Pass, (worst, found) => worst.Or(found.Verdict));

    /// <summary>The first entry that does not pass; null for none.</summary>
    public string? First(NormalisedText text) => Findings(text).FirstOrDefault(found => found.Verdict != ModerationVerdict.Pass).Word;

    private IEnumerable<(string Word, ModerationVerdict Verdict)> Findings(NormalisedText text)
    {
        var hits = automaton.Find(text.Compact).ToList();
        var innocent = hits.Where(hit => words[hit.Word].Verdict.Outcome is ModerationOutcome.Pass).ToList();
        foreach (var hit in hits)
        {
            var covered = innocent.Any(phrase => phrase.Start <= hit.Start && phrase.Start + phrase.Length >= hit.Start + hit.Length);
            if (!covered) yield return (words[hit.Word].Text, Judge(text, words[hit.Word], hit.Start, hit.Start + hit.Length - 1));
        }
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
