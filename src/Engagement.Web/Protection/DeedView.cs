using System.Globalization;
using Engagement.Contracts;
using Engagement.Grains.Protection;

namespace Engagement.Web.Protection;

/// <summary>A good-deed letter as a page shows it.</summary>
/// <param name="Id">Number, which is the act's.</param>
/// <param name="Claims">What it says; null when it is gone or not as it was signed.</param>
/// <param name="Status">Where it is.</param>
/// <param name="Refusal">Why the company refused.</param>
/// <param name="IssuedAt">When it was issued.</param>
/// <param name="AnsweredAt">When the company answered; null before.</param>
public sealed record DeedView(string Id, LetterClaims? Claims, ProtectionStatus Status, ProtectionRefusal Refusal, DateTimeOffset IssuedAt, DateTimeOffset? AnsweredAt)
{
    /// <summary>When the deed was done.</summary>
    public DateTimeOffset? DoneAt => Claims is null ? null : DateTimeOffset.Parse(Claims.At, CultureInfo.InvariantCulture);
}
