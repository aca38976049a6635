using Engagement.Contracts;
using Engagement.Grains.Stars;
using Engagement.Web.Problems;
using Engagement.Web.Sessions;
using Engagement.Web.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Engagement.Web.Stars;

/// <summary>A volunteer's own stars: how far it is, applying, appealing.</summary>
[Person, Route(Way)]
public sealed class MyStarsController(Calls calls, StarReader stars, StarBook book, StarSettings settings) : PageController
{
    private const string Way = "/me/stars";

    /// <summary>Stars, hours and what is open.</summary>
    [HttpGet]
    public async Task<IActionResult> Index() => View("/Stars/Mine.cshtml", await Page());

    /// <summary>Applies.</summary>
    [HttpPost]
    public Task<IActionResult> Apply(string? command, int level, bool showName) => Run(command, (grain, key) => grain.Apply(key, new(level, showName)));

    /// <summary>Takes the application back.</summary>
    [HttpPost("withdraw")]
    public Task<IActionResult> Withdraw(string? command) => Run(command, (grain, key) => grain.Withdraw(key));

    /// <summary>Appeals against a bar.</summary>
    [HttpPost("appeal")]
    public Task<IActionResult> Appeal(string? command) => Run(command, (grain, key) => grain.Appeal(key));

    private async Task<IActionResult> Run(string? command, Func<IStarGrain, CommandId, Task<Receipt>> run)
    {
        if (!Reads(command, out var key))
        {
            return Panel(Outcome.Invalid, way: Way);
        }

        var receipt = await calls.Stars(Me, grain => run(grain, key));
        return receipt.Outcome switch
        {
            Outcome.Done => SeeOther(Way),
            Outcome.Invalid => Correct("/Stars/Mine.cshtml", await Page() with { Refused = true }, receipt.Outcome),
            _ => Panel(receipt.Outcome, way: Way),
        };
    }

    private async Task<MyStarsPage> Page() => new(await stars.Read(Me), await book.Facts(Me, look: false), settings.Options, settings.Clock.UtcNow);
}
