using System.Text;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Hours;
using Engagement.Grains.Storage;
using Engagement.Web.Boards;
using Engagement.Web.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Engagement.Web.Hours;

/// <summary>What hours are, how much of them every organisation made up, and how to check a ledger. Anyone reads it.</summary>
public sealed class AboutHoursController(HourReader hours, SeededCatalogue catalogue, Names names, CellSigner signer) : PageController
{
    /// <summary>The page.</summary>
    [HttpGet("/hours")]
    public async Task<IActionResult> Index()
    {
        var organisations = catalogue.Reference.Organisations;
        var counted = await Task.WhenAll(organisations.Select(organisation => hours.Of(organisation.Id)));
        return View("/Hours/About.cshtml", new AboutHoursPage(
            [.. organisations.Zip(counted).Where(pair => pair.Second.Credit + pair.Second.Honour > 0).OrderByDescending(pair => pair.Second.MakeUpPercent)
                .Select(pair => new OrganisationRow(names.Organisation(pair.First.Id) ?? pair.First.Name, pair.Second))],
            signer.KeyId));
    }

    /// <summary>The key that ledgers are signed with.</summary>
    [HttpGet("/hours/key.pem")]
    public IActionResult Key() => File(Encoding.ASCII.GetBytes(signer.PublicKey), "application/x-pem-file", "key.pem");
}
