using Engagement.Contracts;
using Engagement.Grains.Protection;
using Engagement.Web.Problems;
using Engagement.Web.Sessions;
using Engagement.Web.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Engagement.Web.Protection;

/// <summary>A courier's good-deed letters: what became of them, and what to show the company. To anybody else there are none.</summary>
[Person]
public sealed class CourierDeedsController(Calls calls, ProtectionReader letters, DeedShelf shelf) : PageController
{
    private const string Way = "/courier/letters";

    /// <summary>All of them, newest first.</summary>
    [HttpGet(Way)]
    public async Task<IActionResult> Index(int skip = 0)
    {
        skip = Math.Clamp(skip, 0, 1_000_000);
        var page = await letters.Of(Me, skip, DeedsPage.Each + 1);
        return View("/Protection/List.cshtml", new DeedsPage(await shelf.Views([.. page.Take(DeedsPage.Each)]), skip, page.Count > DeedsPage.Each));
    }

    /// <summary>One of them, with its code and its sheet.</summary>
    [HttpGet(Way + "/{id}")]
    public async Task<IActionResult> Show(string id) => await Mine(id) is { } letter
        ? View("/Protection/Show.cshtml", new DeedPage(await shelf.View(letter), shelf.Link(letter.Act), shelf.Way(letter.Act), letter.Company is not null))
        : Missing();

    /// <summary>Takes it back before the company answered.</summary>
    [HttpPost(Way + "/{id}/withdraw")]
    public async Task<IActionResult> Withdraw(string id, string? command)
    {
        if (!Reads(command, out var key) || await Mine(id) is not { } letter)
        {
            return Missing();
        }

        var receipt = await calls.Protection(letter.Act, grain => grain.Withdraw(key, Me));
        return receipt.Outcome == Outcome.Done ? SeeOther($"{Way}/{id}") : Panel(receipt.Outcome, way: $"{Way}/{id}");
    }

    private async Task<ProtectionState?> Mine(string id) =>
        CivicActId.TryParse(id, out var act) && await letters.Read(act) is { Forgotten: false } letter && letter.Courier == Me ? letter : null;
}
