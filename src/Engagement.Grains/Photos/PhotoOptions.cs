using System.ComponentModel.DataAnnotations;

namespace Engagement.Grains.Photos;

/// <summary>Photos and where they lie. Section "Photos".</summary>
public sealed class PhotoOptions
{
    /// <summary>Folder of the pictures; every process of the site reads and writes the same one. Relative to the working folder.</summary>
    [Required] public string Folder { get; set; } = "data/photos";

    /// <summary>Pictures that one person may bring in 24 hours. Default 30: three for each of the ten acts of a day.</summary>
    [Range(1, 1_000)] public int PerDay { get; set; } = 30;
}
