using System.ComponentModel.DataAnnotations;

namespace Engagement.Grains.Stations;

/// <summary>Limits of rose stations. Section "Stations".</summary>
public sealed class StationOptions
{
    /// <summary>Seconds that a code stands on the screen. Default 30 (OR-08: 30 to 60).</summary>
    [Range(10, 120)] public int CodeSeconds { get; set; } = 30;

    /// <summary>Seconds that the code before it is still accepted, for whoever was pointing the camera at it. Default 15.</summary>
    [Range(0, 60)] public int GraceSeconds { get; set; } = 15;

    /// <summary>Roses handed out for one code. Default 5: what a keeper hands out in half a minute; a picture of the screen that is sent round takes no more.</summary>
    [Range(1, 100)] public int PerCode { get; set; } = 5;

    /// <summary>Minutes between scanning the code and taking the rose, for who has to sign in first. Default 10.</summary>
    [Range(1, 60)] public int PassMinutes { get; set; } = 10;
}
