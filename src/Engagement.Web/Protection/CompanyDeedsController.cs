using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Protection;
using Engagement.Web.Console;
using Engagement.Web.Problems;
using Microsoft.AspNetCore.Mvc;

namespace Engagement.Web.Protection;

/// <summary>Good-deed letters of a company's couriers: its stewards honour them, or refuse with a reason.</summary>
public sealed class CompanyDeedsController(Calls calls, ProtectionReader letters, DeedShelf shelf, SeededCatalogue catalogue) : ConsoleController(calls, Role.CompanySteward)
{
    private const string Way = "/console/deeds";

    /// <summary>Companies whose letters one may answer; a steward of one goes there at once.</summary>
    [HttpGet(Way)]
    public async Task<IActionResult> Index()
    {
        var scopes = Scopes(Role.CompanySteward);
        var companies = catalogue.Reference.Companies.Where(company => scopes?.Contains(company.Id) != false).ToArray();
        return companies is [var only] ? Redirect($"{Way}/{only.Id}")
            : View("/Protection/Companies.cshtml", await Task.WhenAll(companies.Select(async company =>
                new DeedCompanyRow(company.Id, company.Name, await letters.Waiting(company.Id), await letters.Tally(company.Id)))));
    }

    /// <summary>A company's letters: those that wait first.</summary>
    [HttpGet(Way + "/{company}")]
    public async Task<IActionResult> Show(string company, int skip = 0)
    {
        if (!May(company))
        {
            return Panel(Outcome.Forbidden);
        }

        if (catalogue.Reference.Companies.FirstOrDefault(known => known.Id == company) is not { } found)
        {
            return Missing();
        }

        skip = Math.Clamp(skip, 0, 1_000_000);
        var (open, done) = (letters.For(company, open: true, skip, CompanyDeedsPage.Each), letters.For(company, open: false, skip, CompanyDeedsPage.Each));
        return View("/Protection/Company.cshtml", new CompanyDeedsPage(company, found.Name, await letters.Tally(company), await shelf.Views(await open), await shelf.Views(await done), skip));
    }

    /// <summary>Honours a letter, or refuses it with a reason.</summary>
    [HttpPost(Way + "/{company}")]
    public async Task<IActionResult> Answer(string company, string? command, string? id, string? verdict, string? reason)
    {
        var way = $"{Way}/{company}";
        if (!May(company))
        {
            return Panel(Outcome.Forbidden);
        }

        var refusal = verdict == "honour" ? ProtectionRefusal.None
            : verdict == "refuse" && Enum.TryParse<ProtectionRefusal>(reason, out var why) && Enum.IsDefined(why) && why != ProtectionRefusal.None ? why
            : (ProtectionRefusal?)null;
        return !Reads(command, out var key) || !CivicActId.TryParse(id, out var act) || refusal is null
            ? Panel(Outcome.Invalid, way: way)
            : Decided(await Calls.Protection(act, grain => grain.Answer(key, company, Me, refusal.Value)), way);
    }

    private bool May(string company) => Scopes(Role.CompanySteward)?.Contains(company) != false;
}
