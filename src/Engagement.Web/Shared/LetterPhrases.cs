using Engagement.Web.Resources;
using Microsoft.Extensions.Localization;

namespace Engagement.Web.Shared;

/// <summary>Ready-made sentences. They are ours, so a letter made of one needs no review.</summary>
public static class LetterPhrases
{
    public const int Count = 12;

    /// <param name="texts">The reader's language.</param>
    /// <param name="phrase">1 to <see cref="Count"/>; any other number wraps round.</param>
    public static string Phrase(this IStringLocalizer<Texts> texts, int phrase) => texts["Phrase." + (Wrap(phrase - 1, Count) + 1)];

    /// <summary>The phrase after this one.</summary>
    public static int Next(int phrase) => Wrap(phrase, Count) + 1;

    private static int Wrap(int value, int count) => ((value % count) + count) % count;
}
