using Engagement.Contracts;
using Engagement.Grains.Couriers;
using Engagement.Web.Console;
using Engagement.Web.Problems;
using Microsoft.AspNetCore.Mvc;

namespace Engagement.Web.Companies;

/// <summary>The companies that somebody looks after.</summary>
public sealed class CompaniesController(Calls calls, CompanyDesk desk, RosterReader rosters) : ConsoleController(calls, Role.CompanySteward)
{
    /// <summary>All of them; a steward of one goes straight to it.</summary>
    [HttpGet("/console/companies")]
    public async Task<IActionResult> Index()
    {
        var rows = await desk.Rows(Scopes(Role.CompanySteward));
        return rows is [var only] ? Redirect($"/console/companies/{only.Id}") : View("/Companies/Index.cshtml", new CompaniesPage(rows, await rosters.Enrolled(null)));
    }
}
