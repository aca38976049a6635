using System.ComponentModel.DataAnnotations;

namespace Engagement.Web.Wall;

/// <summary>The big screen.</summary>
public sealed class WallOptions : IValidatableObject
{
    /// <summary>Totals at which the screen stops for a moment; none for no moment. Without a setting: each million up to the third.</summary>
    public long[]? Moments { get; set; }

    /// <summary>The moments, the smallest in front.</summary>
    public IReadOnlyList<long> At => [.. (Moments ?? [1_000_000, 2_000_000, 3_000_000]).Order()];

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (At.Any(moment => moment < 1))
        {
            yield return new("Wall:Moments: a total is at least 1.", [nameof(Moments)]);
        }
    }
}
