using Engagement.Grains.Campaigns;
using Engagement.Grains.Rankings;
using Engagement.Web.Problems;
using Microsoft.AspNetCore.Mvc;

namespace Engagement.Web.Home;

/// <summary>What the campaign offers, and its totals.</summary>
[Route("/api/v1")]
public sealed class CampaignApiController(SeededCatalogue catalogue, CityCache city, Wording texts) : ApiController
{
    /// <summary>Reasons with their presets.</summary>
    [HttpGet("catalogue")]
    public IActionResult Catalogue() => Ok(new
    {
        reasons = catalogue.Reference.Reasons.Select(reason => new
        {
            id = reason.Id,
            title = texts.Of(reason.Title),
            presets = reason.Presets.Select(preset => new { id = preset.Id, text = texts.Of(preset) }),
        }),
        thanks = catalogue.Reference.Thanks.Select(thanks => new { id = thanks.Id, text = texts.Of(thanks) }),
    });

    /// <summary>The city's totals, at most a second old.</summary>
    [HttpGet("campaign")]
    public async Task<IActionResult> Totals() => Ok(CityAnswer.Of(await city.Now()));
}

/// <summary>The city's totals on the wire and on <c>/live</c>.</summary>
public sealed record CityAnswer(long Sent, long Claimed, long People, long LongestChain, long Today)
{
    /// <summary>From what was read.</summary>
    public static CityAnswer Of(CityTotals totals) => new(totals.Sent, totals.Claimed, totals.People, totals.LongestChain, totals.Today);
}
