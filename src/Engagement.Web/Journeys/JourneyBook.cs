using Engagement.Grains.Journeys;
using Engagement.Grains.Roses;
using Engagement.Web.Boards;

namespace Engagement.Web.Journeys;

/// <summary>Makes the page part that shows a rose's way: <c>/Journeys/_Journey.cshtml</c>, which needs <c>album.css</c>.</summary>
public sealed class JourneyBook(JourneyReader journeys, Names names)
{
    /// <summary>The way of a rose; null for one that was voided.</summary>
    public async Task<JourneyPage?> Of(RoseState rose)
    {
        if (await journeys.Of(rose) is not { } journey)
        {
            return null;
        }

        return new(journey, names.Short(), [.. journey.Stops.TakeLast(JourneyPage.Listed)]);
    }
}
