using Engagement.Contracts;

namespace Engagement.Grains.Stars;

/// <summary>What the rules of stars need to know of a volunteer.</summary>
/// <param name="Level">How well they are known.</param>
/// <param name="Minutes">Minutes that count for stars, of all accounts that are theirs.</param>
/// <param name="Registered">When they became a volunteer.</param>
/// <param name="Minor">Below 18: never in a public notice.</param>
/// <param name="District">District of residence; null for none said.</param>
/// <param name="Held">Somebody is looking at hours of theirs.</param>
public sealed record StarFacts(IdentityLevel Level, int Minutes, DateTimeOffset Registered, bool Minor, string? District, bool Held)
{
    /// <summary>The highest level that is reached at an instant; 0 for none. A level asks for hours and for months since registration, and for what the levels below it ask for.</summary>
    public int Reached(StarOptions options, DateTimeOffset now) =>
        options.All.TakeWhile(level => Minutes >= level.Hours * 60L && Registered.AddMonths(level.Months) <= now).Count();
}
