using Engagement.Web.Resources;
using Microsoft.Extensions.Localization;

namespace Engagement.Web.Shared;

/// <summary>What a receiver can say back with one tap. A fixed set, so nobody waits for a review.</summary>
public static class ThanksPhrases
{
    public const int Count = 6;

    /// <param name="texts">The reader's language.</param>
    /// <param name="phrase">1 to <see cref="Count"/>.</param>
    public static string Thanks(this IStringLocalizer<Texts> texts, int phrase) => texts["Thanks." + Math.Clamp(phrase, 1, Count)];
}
