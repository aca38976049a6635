using Engagement.Contracts;
using Engagement.Grains.Bouquets;
using Engagement.Grains.Participants;
using Engagement.Grains.Roses;
using Engagement.Web.Drawing;
using Engagement.Web.Problems;
using Engagement.Web.Roses;
using Engagement.Web.Sessions;
using Engagement.Web.Shared;
using Engagement.Web.WeChat;
using Microsoft.AspNetCore.Mvc;

namespace Engagement.Web.Bouquets;

/// <summary>A bouquet: for those who have its link, those who took a share, and its giver.</summary>
public sealed class BouquetController(Calls calls, BouquetGate gate, BouquetReader bouquets, BouquetTable table, PeopleReader people, BoxReader boxes, Links links, LetterCodes codes) : PageController
{
    /// <summary>The bouquet. Without its secret only its giver and those who took a share see it.</summary>
    [HttpGet("/b/{id}")]
    public async Task<IActionResult> Show(string id, string? k)
    {
        if (await Read(id) is not { } bouquet)
        {
            return Missing();
        }

        if (bouquet.Sender == Me)
        {
            return Redirect($"/b/{id}/sealed");
        }

        var mine = bouquet.Taken.Find(share => share.By == Me);
        if (mine.Roses == 0 && !table.Opens(bouquet, k))
        {
            return Missing();
        }

        var blocked = !Me.IsNone && mine.Roses == 0 && (await calls.Participant(bouquet.Sender, giver => giver.AsGiver(Me))).Blocks;
        var stage = mine.Roses > 0 ? BouquetStage.Won : bouquet.SharesLeft == 0 || blocked ? BouquetStage.Empty : table.IsClosed(bouquet) ? BouquetStage.Over : BouquetStage.Open;
        var tally = await table.Tally(bouquet, Me);
        return View("/Bouquets/Show.cshtml", new BouquetPage(
            id, stage, await people.NameFor(bouquet.Sender), table.TextOf(bouquet), stage == BouquetStage.Won ? tally : tally with { Takers = [] }, k,
            Me.IsNone ? "/signin?returnUrl=" + Uri.EscapeDataString($"/b/{id}?k={k}") : null, mine.Roses, mine.Roses == 1 ? await Passing(bouquet) : "/mine?box=held")
        {
            Claim = stage == BouquetStage.Open && table.Opens(bouquet, k) ? links.Bouquet(bouquet.Id, k!) : null,
        });
    }

    /// <summary>Takes a share.</summary>
    [HttpPost("/b/{id}/claim"), Person]
    public async Task<IActionResult> Claim(string id, string? command, string? secret)
    {
        if (!BouquetId.TryParse(id, out var bouquet))
        {
            return Missing();
        }

        if (!Reads(command, out var key))
        {
            return Panel(Outcome.Invalid, way: $"/b/{id}?k={Uri.EscapeDataString(secret ?? "")}");
        }

        var receipt = await gate.Claim(bouquet, key, new(Me, secret));
        return receipt.Outcome switch
        {
            Outcome.Done => SeeOther("/b/" + id),
            Outcome.AlreadyInBouquet => Panel(receipt.Outcome, way: "/b/" + id),
            Outcome.OwnRose => Panel(receipt.Outcome, way: $"/b/{id}/sealed"),
            _ => Panel(receipt.Outcome),
        };
    }

    /// <summary>The giver's page.</summary>
    [HttpGet("/b/{id}/sealed"), Person]
    public async Task<IActionResult> Sealed(string id) => await Read(id) is { } bouquet && bouquet.Sender == Me
        ? View("/Bouquets/Sealed.cshtml", new BouquetSealedPage(id, links.Bouquet(bouquet.Id, table.SecretOf(bouquet)), table.TextOf(bouquet), await table.Tally(bouquet, Me),
            await people.NameFor(bouquet.Sender)) { Follows = codes.AreOn })
        : Missing();

    /// <summary>The link as a picture that a long press recognises; for its giver, who decides to whom it goes.</summary>
    [HttpGet("/b/{id}/qr.png"), Person]
    public async Task<IActionResult> Code(string id)
    {
        if (await Read(id) is not { } bouquet || bouquet.Sender != Me)
        {
            return NotFound();
        }

        Response.Headers.CacheControl = "private, max-age=3600";
        return File(QrPng.Draw(links.Bouquet(bouquet.Id, table.SecretOf(bouquet))), "image/png");
    }

    /// <summary>A code for another screen: by way of the service account, or the link where that is not to be had.</summary>
    [HttpGet("/b/{id}/code.png"), Person, Unhurried]
    public async Task<IActionResult> Screen(string id, CancellationToken cancellationToken)
    {
        if (await Read(id) is not { } bouquet || bouquet.Sender != Me)
        {
            return NotFound();
        }

        var says = table.IsClosed(bouquet) ? null : await codes.Of(bouquet, cancellationToken);
        Response.Headers.CacheControl = "private, no-store";
        return File(QrPng.Draw(says?.AbsoluteUri ?? links.Bouquet(bouquet.Id, table.SecretOf(bouquet))), "image/png");
    }

    private async Task<BouquetState?> Read(string id) => BouquetId.TryParse(id, out var bouquet) ? await bouquets.Read(bouquet) : null;

    // The one rose won, if it still lies among the latest in the winner's hands.
    private async Task<string> Passing(BouquetState bouquet) =>
        (await boxes.Read(Me, Box.Held, null, 20))!.Roses.FirstOrDefault(entry => entry.Rose.Bouquet == bouquet.Id) is { Rose: { } rose }
            ? $"/r/{rose.Id}/pass" : "/mine?box=held";
}
