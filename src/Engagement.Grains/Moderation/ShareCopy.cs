namespace Engagement.Grains.Moderation;

/// <summary>
/// Whether WeChat would take a text of the product's own for an inducement to share (RR-14): titles and cards, pages, menus, answers
/// and a campaign's reference data. It blocks such links first and the whole domain later. Used by tests, by <c>seed</c> and wherever
/// configuration brings text: nothing that breaks it is published.
/// </summary>
public static class ShareCopy
{
    private static readonly WordCheck Words = new(WordList.Embedded("own.txt").Where(word =>
        word.Verdict.Outcome is ModerationOutcome.Pass || word.Verdict.Category is ModerationCategory.Inducement));

    /// <summary>Why a text would be judged so: the words that do it, as the check reads them; null when it is fine.</summary>
    public static string? Breach(string text)
    {
        var normal = TextNormaliser.Normalise(text);
        return InducementPatterns.Breach(normal) ?? Words.First(normal);
    }
}
