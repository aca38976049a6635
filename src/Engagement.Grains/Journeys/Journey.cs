namespace Engagement.Grains.Journeys;

/// <summary>Where a rose has been, as far as it may be told (OR-07): districts only, a day later, and none where fewer than five people live.</summary>
/// <param name="Stops">In order; the same place twice in a row is one stop.</param>
/// <param name="Recent">Passings of the last 24 hours, which are not told yet.</param>
/// <param name="Skipped">Passings before the first stop that are not looked at: of a very long way the newest part is told.</param>
public sealed record Journey(IReadOnlyList<JourneyStop> Stops, int Recent, int Skipped)
{
    /// <summary>Districts it was seen in.</summary>
    public int Places => Stops.Where(stop => stop.District is not null).Select(stop => stop.District).Distinct().Count();

    /// <summary>From district to district, how often; what happened in a place that is not told lies in between.</summary>
    public IReadOnlyDictionary<(string From, string To), int> Legs
    {
        get
        {
            var told = Stops.Where(stop => stop.District is not null).Select(stop => stop.District!).ToArray();
            return told.Zip(told.Skip(1)).Where(leg => leg.First != leg.Second).GroupBy(leg => leg)
                .ToDictionary(leg => (leg.Key.First, leg.Key.Second), leg => leg.Count());
        }
    }
}

/// <summary>A stop of the journey.</summary>
/// <param name="District">District code; null for a place that is not told.</param>
/// <param name="Hands">How many hands in a row it was in there.</param>
public sealed record JourneyStop(string? District, int Hands);
