using Engagement.Grains.Campaigns;
using Engagement.Grains.Journeys;
using Engagement.Grains.Roses;
using Engagement.Web.Home;

namespace Engagement.Web.Journeys;

/// <summary>Makes the page part that shows a rose's way: <c>/Journeys/_Journey.cshtml</c>, which needs <c>album.css</c>.</summary>
public sealed class JourneyBook(JourneyReader journeys, SeededCatalogue catalogue)
{
    /// <summary>The way of a rose; null for one that was voided.</summary>
    public async Task<JourneyPage?> Of(RoseState rose)
    {
        if (await journeys.Of(rose) is not { } journey)
        {
            return null;
        }

        var names = catalogue.Reference.Districts.ToDictionary(district => district.Code, district => Wording.IsEnglish ? district.English : district.Name.TrimEnd('区', '市'));
        return new(journey, names, [.. journey.Stops.TakeLast(JourneyPage.Listed)]);
    }
}
