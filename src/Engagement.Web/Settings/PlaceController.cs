using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Web.Boards;
using Engagement.Web.Problems;
using Engagement.Web.Sessions;
using Engagement.Web.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Engagement.Web.Settings;

/// <summary>Where I live: a district, or a town or street in it, or nothing.</summary>
[Person]
public sealed class PlaceController(Calls calls, SeededCatalogue catalogue, Names names) : PageController
{
    private const int DistrictDigits = 6;

    /// <summary>The form.</summary>
    [HttpGet("/settings/place")]
    public async Task<IActionResult> Show(string? returnUrl)
    {
        if (await calls.Participant(Me, me => me.Self()) is not { Profile.Units: { } units })
        {
            return Panel(Outcome.SignInRequired);
        }

        return View("/Settings/Place.cshtml", new PlacePage([.. catalogue.Reference.Districts.Select(Offer)], units.Community ?? units.District, returnUrl));
    }

    /// <summary>Takes a district's code or a community's, which begins with it.</summary>
    [HttpPost("/settings/place")]
    public async Task<IActionResult> Choose(string? command, string? place, string? returnUrl)
    {
        if (!Reads(command, out var key))
        {
            return Panel(Outcome.Invalid, way: "/settings/place");
        }

        var receipt = await calls.Participant(Me, me => me.Choose(key, Change(place)));
        return receipt.Outcome == Outcome.Done
            ? SeeOther(string.IsNullOrEmpty(returnUrl) ? "/settings" : Local(returnUrl))
            : Panel(receipt.Outcome, way: "/settings/place");
    }

    /// <summary>What a code asks for: a district, a town or street in it, or nothing.</summary>
    internal static ProfileChange Change(string? place) => place is { Length: > DistrictDigits }
        ? new(District: place[..DistrictDigits], Community: place)
        : new(District: place ?? "", Community: "");

    // Parks, farms and prisons that the statistics office codes as towns are nobody's home.
    private District Offer(Contracts.District district) => new(
        new(district.Code, names.District(district.Code) ?? district.Name),
        [.. district.Towns.Where(town => town.Kind != TownKind.Area).Select(town => new Choice(town.Code, names.Community(town)))]);
}
