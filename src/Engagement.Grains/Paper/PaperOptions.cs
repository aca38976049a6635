using System.ComponentModel.DataAnnotations;

namespace Engagement.Grains.Paper;

/// <summary>How roses of paper pass from hand to hand. Section "Paper".</summary>
public sealed class PaperOptions
{
    /// <summary>Minutes for which a holder's "I am handing it over" lasts. Default 10 (product.md OR-03).</summary>
    [Range(1, 120)] public int WindowMinutes { get; set; } = 10;

    /// <summary>Seconds that a rose stays in a hand at least. Default 20 (OR-02).</summary>
    [Range(0, 600)] public int SecondsBetweenHands { get; set; } = 20;

    /// <summary>Different people who press the button for one rose within an hour, whether they get it or not; one more freezes it. Default 30 (OR-03).</summary>
    [Range(2, 200)] public int ScannersPerHour { get; set; } = 30;

    /// <summary>Minutes that crossing a district takes at least: hand-overs that would have needed less freeze the rose. Default 15; 0 for never (OR-03).</summary>
    [Range(0, 120)] public int MinutesPerDistrict { get; set; } = 15;

    /// <summary>Hours after which an operator looks at a scan that was made without network. Default 72 (OR-05).</summary>
    [Range(1, 720)] public int OfflineHours { get; set; } = 72;
}
