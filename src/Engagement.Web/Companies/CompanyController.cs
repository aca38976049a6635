using Engagement.Contracts;
using Engagement.Web.Console;
using Engagement.Web.Problems;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Engagement.Web.Companies;

/// <summary>Base of a company's pages in the console: its <c>{company}</c> is one that the person looks after, or nothing runs.</summary>
public abstract class CompanyController(Calls calls, CompanyDesk desk) : ConsoleController(calls, Role.CompanySteward)
{
    /// <summary>The companies that somebody looks after.</summary>
    protected const string Home = "/console/companies";

    /// <summary>The company of the address; set before any action of it runs.</summary>
    protected Company Mine { get; private set; } = null!;

    /// <summary>Where its roster is.</summary>
    protected string Way => $"{Home}/{Mine.Id}";

    /// <summary>Companies and their numbers.</summary>
    protected CompanyDesk Desk => desk;

    /// <inheritdoc/>
    public override Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next) => base.OnActionExecutionAsync(context, () =>
    {
        var company = (string)context.RouteData.Values["company"]!;
        var refusal = !Staff.May(Role.CompanySteward, company) ? Outcome.Forbidden : Desk.Find(company) is null ? Outcome.NotFound : Outcome.Done;
        if (refusal == Outcome.Done)
        {
            Mine = Desk.Find(company)!;
            return next();
        }

        context.Result = Panel(refusal, way: Home);
        return Task.FromResult(new ActionExecutedContext(context, context.Filters, this) { Canceled = true });
    });
}
