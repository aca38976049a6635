using Engagement.Grains.Journeys;

namespace Engagement.Web.Journeys;

/// <summary>The way of one rose on the schematic map, with the same in words.</summary>
/// <param name="Journey">Where it has been, as far as it may be told.</param>
/// <param name="Names">Short names of the districts, by code.</param>
/// <param name="Stops">The newest stops in order, at most <see cref="Listed"/>.</param>
public sealed record JourneyPage(Journey Journey, IReadOnlyDictionary<string, string> Names, IReadOnlyList<JourneyStop> Stops)
{
    /// <summary>Stops in the list.</summary>
    public const int Listed = 24;

    /// <summary>Stops before the first of the list.</summary>
    public int Before => Journey.Stops.Count - Stops.Count;

    /// <summary>A district's short name.</summary>
    public string Name(string district) => Names.GetValueOrDefault(district, district);

    /// <summary>What the drawing shows, for whoever doesn't see it: each place once, in the order it was first reached.</summary>
    public string Places(string comma) =>
        string.Join(comma, Journey.Stops.Where(stop => stop.District is not null).Select(stop => Name(stop.District!)).Distinct());
}
