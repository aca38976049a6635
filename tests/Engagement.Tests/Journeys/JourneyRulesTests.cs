using CsCheck;
using Engagement.Grains.Journeys;

namespace Engagement.Tests.Journeys;

/// <summary>What a journey tells and what it never tells (OR-07).</summary>
public sealed class JourneyRulesTests
{
    private const long Hour = 3_600_000, Now = 100 * Hour;

    [Fact]
    public void Tell_HandsInOnePlace_AreOneStop()
    {
        var journey = JourneyRules.Tell([("a", 0), ("a", 1), ("b", 2), ("a", 3)], _ => 5, Now, 0);
        Assert.Equal([new("a", 2), new("b", 1), new JourneyStop("a", 1)], journey.Stops);
        Assert.Equal((1, 1), (journey.Legs[("a", "b")], journey.Legs[("b", "a")]));
    }

    [Theory, InlineData(4, null), InlineData(5, "a")]
    public void Tell_PlaceOfFewPeople_IsHidden(int people, string? told) =>
        Assert.Equal(told, JourneyRules.Tell([("a", 0)], _ => people, Now, 0).Stops.Single().District);

    [Theory, InlineData(23, 0, 1), InlineData(24, 1, 0)]
    public void Tell_YoungPassing_WaitsADay(int hoursAgo, int stops, int recent)
    {
        var journey = JourneyRules.Tell([("a", Now - (hoursAgo * Hour))], _ => 9, Now, 0);
        Assert.Equal((stops, recent), (journey.Stops.Count, journey.Recent));
    }

    [Fact]
    public void Tell_AnyWay_NeverTellsAYoungPassingOrASmallPlace() =>
        Gen.Select(Gen.Int[0, 6], Gen.Int[0, 40]).Array[0, 60].Sample(ways =>
        {
            long at = 50 * Hour;
            var hands = ways.Select(way => ((string?)("d" + way.Item1), at += way.Item2 * Hour / 10)).ToArray();
            long People(string district) => district[1] - '0'; // d0 has nobody, d6 six people
            var journey = JourneyRules.Tell(hands, People, Now, 0);
            var old = hands.Where(hand => hand.Item2 <= Now - (24 * Hour)).ToArray();
            Assert.Equal(old.Length, journey.Stops.Sum(stop => stop.Hands));
            Assert.Equal(hands.Length - old.Length, journey.Recent);
            Assert.All(journey.Stops.Where(stop => stop.District is not null), stop => Assert.InRange(People(stop.District!), 5, 6));
            Assert.All(journey.Legs.Keys, leg => Assert.NotEqual(leg.From, leg.To));
        });
}
