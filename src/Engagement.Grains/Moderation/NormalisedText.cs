namespace Engagement.Grains.Moderation;

/// <summary>One text in the three forms that the checks read; see <see cref="TextNormaliser"/>.</summary>
/// <param name="Folded">Half-width, lower case, simplified, without invisible characters; spaces and marks stay.</param>
/// <param name="Compact">Only the letters and digits of <paramref name="Folded"/>: what the word list reads.</param>
/// <param name="Origin">For each character of <paramref name="Compact"/> its place in <paramref name="Folded"/>.</param>
/// <param name="Digits"><paramref name="Folded"/> with Chinese numerals as digits and the fillers between digits gone.</param>
internal sealed record NormalisedText(string Folded, string Compact, int[] Origin, string Digits);
