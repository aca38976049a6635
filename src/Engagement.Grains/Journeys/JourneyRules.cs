namespace Engagement.Grains.Journeys;

/// <summary>What of a rose's way may be told. Pure.</summary>
public static class JourneyRules
{
    /// <summary>A place of fewer people is not told: with so few, a place is a person (OR-07).</summary>
    public const int FewestPeople = 5;

    /// <summary>A passing that is younger is not told: where somebody is now is nobody's business (OR-07).</summary>
    public static readonly TimeSpan Youngest = TimeSpan.FromHours(24);

    /// <param name="hands">In order: the district of everybody whose hands it was in, and when it came there (Unix milliseconds).</param>
    /// <param name="people">How many people live in a district.</param>
    /// <param name="now">Unix milliseconds.</param>
    /// <param name="skipped">Passings before the first of <paramref name="hands"/>.</param>
    public static Journey Tell(IReadOnlyList<(string? District, long At)> hands, Func<string, long> people, long now, int skipped)
    {
        var latest = now - (long)Youngest.TotalMilliseconds;
        var told = hands.TakeWhile(hand => hand.At <= latest).ToArray();
        var stops = new List<JourneyStop>();
        foreach (var (district, _) in told)
        {
            var place = district is not null && people(district) >= FewestPeople ? district : null;
            if (stops.Count > 0 && stops[^1].District == place)
            {
                stops[^1] = stops[^1] with { Hands = stops[^1].Hands + 1 };
            }
            else
            {
                stops.Add(new(place, 1));
            }
        }

        return new(stops, hands.Count - told.Length, skipped);
    }
}
