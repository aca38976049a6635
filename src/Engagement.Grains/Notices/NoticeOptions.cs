using System.ComponentModel.DataAnnotations;

namespace Engagement.Grains.Notices;

/// <summary>When and how much of the inbox also goes out by WeChat. Section "Notices". Without templates nothing goes out.</summary>
public sealed class NoticeOptions : IValidatableObject
{
    /// <summary>Templates in the order in which they are tried. Default none: the inbox only.</summary>
    [MaxLength(20)] public List<NoticeTemplate> Templates { get; set; } = [];

    /// <summary>Shanghai time from which nothing is sent. Default 22:00 (product.md §9).</summary>
    public TimeOnly QuietFrom { get; set; } = new(22, 0);

    /// <summary>Shanghai time from which messages are sent again, with what the night brought. Default 08:00 (product.md §9).</summary>
    public TimeOnly QuietUntil { get; set; } = new(8, 0);

    /// <summary>Shanghai times of digests besides <see cref="QuietUntil"/>. Between two of these times a person gets one message at most. Default 20:00.</summary>
    [MaxLength(12)] public List<TimeOnly> DigestAt { get; set; } = [];

    /// <summary>The first notice after such a time goes out within a minute, and only those behind it wait for the next one. Default true.</summary>
    public bool FirstAtOnce { get; set; } = true;

    /// <summary>Shanghai times of the day in which nothing goes out to couriers. Default 11:00 to 13:30 and 17:00 to 19:30 (product.md §9, CA-08).</summary>
    [MaxLength(6)] public List<QuietSpan> RiderQuiet { get; set; } = [];

    /// <summary>Messages that the account may send on one Shanghai day. Default 100,000 (WeChat's limit of template messages for small accounts).</summary>
    [Range(0, 100_000_000)] public int PerDay { get; set; } = 100_000;

    /// <summary>Days for which the inbox shows a notice. Default 30.</summary>
    [Range(1, 366)] public int InboxDays { get; set; } = 30;

    /// <summary>The times at which everybody's turn begins anew, earliest first.</summary>
    internal IReadOnlyList<TimeOnly> Turns => [.. (DigestAt.Count == 0 ? [new TimeOnly(20, 0)] : DigestAt).Append(QuietUntil).Distinct().Order()];

    /// <summary>Whether nothing is sent at this time of the day.</summary>
    internal bool IsQuiet(TimeOnly time) => QuietFrom != QuietUntil && time.IsBetween(QuietFrom, QuietUntil);

    /// <summary>The times in which couriers are left alone.</summary>
    internal IReadOnlyList<QuietSpan> Riding =>
        RiderQuiet.Count == 0 ? [new() { From = new(11, 0), Until = new(13, 30) }, new() { From = new(17, 0), Until = new(19, 30) }] : RiderQuiet;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (DigestAt.Any(IsQuiet))
        {
            yield return new("Notices:DigestAt must lie outside of the quiet hours, Notices:QuietFrom to Notices:QuietUntil.", [nameof(DigestAt)]);
        }

        foreach (var problem in Templates.SelectMany(static template => template.Problems()))
        {
            yield return new("Notices:Templates: " + problem, [nameof(Templates)]);
        }

        if (RiderQuiet.Any(static span => span.From >= span.Until))
        {
            yield return new("Notices:RiderQuiet: each must end later on the day than it begins.", [nameof(RiderQuiet)]);
        }

        if (Templates.Select(static template => template.Id).Distinct().Count() != Templates.Count)
        {
            yield return new("Notices:Templates: each Id may appear once.", [nameof(Templates)]);
        }
    }
}
