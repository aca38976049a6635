using System.ComponentModel.DataAnnotations;

namespace Engagement.Grains.Stars;

/// <summary>
/// What a city asks for its stars. Section "Stars". Cities differ, so levels are data (product.md VH-12, §9): Guangdong 2014 and the national measure of 2012 have 100, 300, 600, 1,000
/// and 1,500 hours; Longgang adds months of registration, Boluo levels above the fifth, Beijing 2010 had 100, 200, 500, 800 and 1,000, Zhangjiagang has 30, 60, 100, 200 and 300.
/// </summary>
public sealed class StarOptions : IValidatableObject
{
    /// <summary>Levels that a campaign may have.</summary>
    public const int MostLevels = 12;

    private static readonly StarLevel[] Guangdong = [.. new[] { 100, 300, 600, 1_000, 1_500 }.Select(hours => new StarLevel { Hours = hours })];

    /// <summary>Levels from the first star on, each with more hours than the one before. Default: none given, which means those of Guangdong.</summary>
    [MaxLength(MostLevels)] public List<StarLevel> Levels { get; set; } = [];

    /// <summary>Where the levels come from, printed on the page of stars. Default: Guangdong's rule.</summary>
    [Required, StringLength(60)] public string Source { get; set; } = "广东省志愿者星级评定（2014）";

    /// <summary>荣誉时数 count as well as 信用时数. Default true: both were confirmed.</summary>
    public bool Honour { get; set; } = true;

    /// <summary>Hours of other systems count as well. Default false (product.md VH-21).</summary>
    public bool Imported { get; set; }

    /// <summary>Working days of the public notice. Default 5, which is also the least (Guangdong 2014).</summary>
    [Range(5, 60)] public int NoticeDays { get; set; } = 5;

    /// <summary>What levels there are.</summary>
    public IReadOnlyList<StarLevel> All => Levels.Count > 0 ? Levels : Guangdong;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        for (var i = 0; i < Levels.Count; i++)
        {
            if (Levels[i].Hours < 1 || Levels[i].Months is < 0 or > 120 || i > 0 && Levels[i].Hours <= Levels[i - 1].Hours)
            {
                yield return new($"Stars:Levels:{i} must ask for more hours than the level before, and for 0 to 120 months.", [nameof(Levels)]);
            }
        }
    }
}

/// <summary>What one star asks for.</summary>
public sealed class StarLevel
{
    /// <summary>Hours that count, at least.</summary>
    public int Hours { get; set; }

    /// <summary>Months since registration, at least. Default 0.</summary>
    public int Months { get; set; }
}
