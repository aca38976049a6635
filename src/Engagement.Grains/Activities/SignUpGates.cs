using Engagement.Contracts;

namespace Engagement.Grains.Activities;

/// <summary>What an activity asks of everybody who comes. Pure.</summary>
public static class SignUpGates
{
    // Dangerous work is never for minors (product.md §9, ages).
    private const int Adult = 18;

    /// <summary>Years of age from which on people may come; 0 for any age.</summary>
    public static int Age(ActivityDetails details) => Math.Max(details.MinAge, details.Danger ? Adult : 0);

    /// <summary>How well a person must be known.</summary>
    public static IdentityLevel Level(ActivityDetails details, ActivityOptions options) => details.Level > options.LowestLevel ? details.Level : options.LowestLevel;
}
