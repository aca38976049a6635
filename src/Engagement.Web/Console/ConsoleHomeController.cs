using Engagement.Web.Problems;
using Microsoft.AspNetCore.Mvc;

namespace Engagement.Web.Console;

/// <summary>The console's first page: the first section that is the person's.</summary>
public sealed class ConsoleHomeController(Calls calls) : ConsoleController(calls, [.. ConsoleSections.All.SelectMany(section => section.Roles).Distinct()])
{
    /// <summary>Goes there.</summary>
    [HttpGet("/console")]
    public IActionResult Index() => ConsoleSections.For(Staff).FirstOrDefault() is { } section ? Redirect(section.Path) : View("/Console/Nothing.cshtml");
}
