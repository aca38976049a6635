using Engagement.Grains.Notices;

namespace Engagement.Web.Notices;

/// <summary>One line of the inbox.</summary>
/// <param name="Kind">What it tells.</param>
/// <param name="Name">Who did it; null for somebody without a name to show.</param>
/// <param name="Number">Roses, where it tells a number.</param>
/// <param name="At">When it happened.</param>
/// <param name="Link">Where the line leads.</param>
/// <param name="Fresh">Not read yet.</param>
/// <param name="About">Name of the activity it is about; null for none.</param>
/// <param name="Why">Name of the words that say why; null for none.</param>
public sealed record NoticeRow(NoticeKind Kind, string? Name, long Number, DateTimeOffset At, string Link, bool Fresh, string? About = null, string? Why = null);
