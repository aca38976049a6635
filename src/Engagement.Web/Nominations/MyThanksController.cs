using Engagement.Contracts;
using Engagement.Web.Problems;
using Engagement.Web.Sessions;
using Engagement.Web.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Engagement.Web.Nominations;

/// <summary>A courier's own thanks: nothing is shown to anybody before it is accepted here.</summary>
[Person]
public sealed class MyThanksController(Calls calls, NominationBook book, StickerSheet stickers) : PageController
{
    private const string Way = "/courier/thanks";

    /// <summary>What waits and what was decided.</summary>
    [HttpGet(Way)]
    public async Task<IActionResult> Index() => await IsCourier()
        ? View("/Nominations/Mine.cshtml", book.Mine(await calls.Nominations(Me, mine => mine.Show())))
        : Panel(Outcome.NotEnrolled);

    /// <summary>Accepts or declines one person's thanks, or all that wait.</summary>
    [HttpPost(Way)]
    public async Task<IActionResult> Decide(string? command, string? handle, string? verdict)
    {
        if (!Reads(command, out var key) || verdict is not ("accept" or "decline"))
        {
            return Panel(Outcome.Invalid, way: Way);
        }

        var receipt = await calls.Nominations(Me, mine => mine.Decide(key, string.IsNullOrEmpty(handle) ? null : handle, verdict == "accept"));
        return receipt.Outcome == Outcome.Done ? SeeOther(Way) : Panel(receipt.Outcome, way: Way);
    }

    /// <summary>Makes the code, or another one when the helmet is lost.</summary>
    [HttpPost(Way + "/code")]
    public async Task<IActionResult> MakeCode(string? command)
    {
        if (!Reads(command, out var key))
        {
            return Panel(Outcome.Invalid, way: Way);
        }

        var receipt = await calls.Nominations(Me, mine => mine.MakeCode(key));
        return receipt.Outcome == Outcome.Done ? SeeOther(Way) : Panel(receipt.Outcome, way: receipt.Outcome == Outcome.DailyLimit ? Way : null);
    }

    /// <summary>Stickers for helmet and box.</summary>
    [HttpGet("/courier/stickers.pdf"), Unhurried]
    public async Task<IActionResult> Stickers()
    {
        if ((await calls.Nominations(Me, mine => mine.Show())).Code is not { } code)
        {
            return await IsCourier() ? Redirect(Way) : Panel(Outcome.NotEnrolled);
        }

        return await stickers.Print(book.Sticker(code)) is { } pdf ? File(pdf, "application/pdf", "stickers.pdf") : Panel(Outcome.Busy);
    }

    private async Task<bool> IsCourier() => (await calls.Courier(Me, me => me.Card())).Active;
}
