using Engagement.Grains.Protection;

namespace Engagement.Web.Protection;

/// <summary>A good-deed letter in a person's export.</summary>
/// <param name="Letter">Its number.</param>
/// <param name="At">When it was issued.</param>
/// <param name="Status">Where it is.</param>
/// <param name="AnsweredAt">When the company answered.</param>
/// <param name="Reason">Why the company refused.</param>
/// <param name="Says">What it says.</param>
/// <param name="Signed">As it was signed.</param>
public sealed record ExportLetter(string Letter, DateTimeOffset At, string Status, DateTimeOffset? AnsweredAt, string? Reason, LetterClaims? Says, string? Signed);
