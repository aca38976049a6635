using System.ComponentModel.DataAnnotations;

namespace Engagement.Grains.Hours;

/// <summary>Limits of hours (product.md §9). Section "Hours".</summary>
public sealed class HourOptions
{
    /// <summary>Minutes that one entry counts at most. Default 480.</summary>
    [Range(1, 1440)] public int PerRecord { get; set; } = 480;

    /// <summary>Minutes that one person's entries of a Shanghai day count at most. Default 720.</summary>
    [Range(1, 1440)] public int PerDay { get; set; } = 720;

    /// <summary>Working days after its end within which service is recorded. Default 10 (令67号 Art. 11).</summary>
    [Range(1, 30)] public int EntryDays { get; set; } = 10;

    /// <summary>Working days within which a correction request is decided; then a reviewer decides. Default 10 (product.md VH-20).</summary>
    [Range(1, 30)] public int CorrectionDays { get; set; } = 10;

    /// <summary>Calendar days for which a make-up entry waits for its volunteer's confirmation. Default 30.</summary>
    [Range(1, 365)] public int ConfirmDays { get; set; } = 30;

    /// <summary>Share of an organisation's minutes that make-up entries may have before somebody looks, in percent. Default 20 (product.md VH-07).</summary>
    [Range(1, 100)] public int MakeUpPercent { get; set; } = 20;

    /// <summary>Share of an organisation's minutes that one person may enter by hand before somebody looks, in percent. Default 30 (product.md VH-22).</summary>
    [Range(1, 100)] public int AdminPercent { get; set; } = 30;

    /// <summary>Minutes below which an organisation's shares say nothing. Default 3000: 50 hours.</summary>
    [Range(0, 1_000_000)] public int ShareFrom { get; set; } = 3_000;

    /// <summary>Entries of an activity with the same seconds from which on somebody looks. Default 50 (product.md VH-22).</summary>
    [Range(2, 10_000)] public int SameSeconds { get; set; } = 50;

    /// <summary>Entries by hand of one person, within an hour of the night, from which on somebody looks. Default 20.</summary>
    [Range(2, 10_000)] public int NightEntries { get; set; } = 20;
}
