using System.ComponentModel.DataAnnotations;

namespace Engagement.Grains.Paper;

/// <summary>How roses of paper pass from hand to hand. Section "Paper".</summary>
public sealed class PaperOptions
{
    /// <summary>Minutes for which a holder's "I am handing it over" lasts. Default 10 (product.md OR-03).</summary>
    [Range(1, 120)] public int WindowMinutes { get; set; } = 10;

    /// <summary>Seconds that a rose stays in a hand at least. Default 20 (OR-02).</summary>
    [Range(0, 600)] public int SecondsBetweenHands { get; set; } = 20;

    /// <summary>People who try within one hour to take a rose that nobody hands them, after which it is frozen. Default 30 (OR-03).</summary>
    [Range(2, 200)] public int StrangersPerHour { get; set; } = 30;

    /// <summary>Hours after which an operator looks at a scan that was made without network. Default 72 (OR-05).</summary>
    [Range(1, 720)] public int OfflineHours { get; set; } = 72;
}
