using Engagement.Grains.Campaigns;
using Engagement.Grains.Control;
using Engagement.Grains.Rankings;
using Engagement.Web.Problems;
using Engagement.Web.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Engagement.Web.Home;

/// <summary>What the campaign offers, and its totals.</summary>
[Route("/api/v1")]
public sealed class CampaignApiController(SeededCatalogue catalogue, CityCache city, Wording texts, CampaignSettings settings) : ApiController
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

    /// <summary>The city's totals, at most a second old, and what is paused.</summary>
    [HttpGet("campaign")]
    public async Task<IActionResult> Totals()
    {
        var totals = CityAnswer.Of(await city.Now());
        return Ok(new CampaignAnswer(totals.Sent, totals.Claimed, totals.People, totals.LongestChain, totals.Today, settings.IsOpen,
            [.. ControlRules.Switches.Where(settings.Control.IsOff).Select(field => field.ToString().ToLowerInvariant())], settings.Control.Notice(Reading.Language == "en")));
    }
}

/// <summary>The campaign as it stands.</summary>
/// <param name="Sent">Roses given.</param>
/// <param name="Claimed">Hops.</param>
/// <param name="People">People.</param>
/// <param name="LongestChain">People of the longest chain.</param>
/// <param name="Today">Roses given today.</param>
/// <param name="Open">Roses can be given and taken, switches aside.</param>
/// <param name="SwitchedOff">Of sending, claiming, boards and photos, what is paused.</param>
/// <param name="Notice">The line on top of every page; null for none.</param>
public sealed record CampaignAnswer(
    long Sent, long Claimed, long People, long LongestChain, long Today, bool Open, IReadOnlyList<string> SwitchedOff, string? Notice);

/// <summary>The city's totals on the wire and on <c>/live</c>.</summary>
public sealed record CityAnswer(long Sent, long Claimed, long People, long LongestChain, long Today)
{
    /// <summary>From what was read.</summary>
    public static CityAnswer Of(CityTotals totals) => new(totals.Sent, totals.Claimed, totals.People, totals.LongestChain, totals.Today);
}
