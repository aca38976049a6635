using Engagement.Contracts;
using Engagement.Grains.Acts;
using Engagement.Grains.Storage;
using Engagement.Web.Problems;
using Engagement.Web.Sessions;
using Engagement.Web.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Engagement.Web.Acts;

/// <summary>The code of an act: whoever was helped says that it was so (E1).</summary>
[Person]
public sealed class ConfirmController(Calls calls, ActReader acts, ActWords words, CellKeys keys) : PageController
{
    /// <summary>The question. A GET confirms nothing.</summary>
    [HttpGet("/a/{id}")]
    public async Task<IActionResult> Show(string id, string? k)
    {
        if (!CivicActId.TryParse(id, out var key) || !keys.IsLinkSecret(key.Value, 1, k) || await acts.Read(key) is not { } act || act.Review == ActReview.Withdrawn)
        {
            return Missing();
        }

        var card = await calls.Courier(act.Courier, courier => courier.Card());
        return View("/Acts/Confirm.cshtml", new ConfirmPage(id, k!, words.Mark(act.What), words.Title(act.What), DateTimeOffset.FromUnixTimeMilliseconds(act.At),
            words.Place(act), card.ShowCompany ? words.Company(act) : null, act.Confirmed, act.Courier == Me));
    }

    /// <summary>Yes, it was so.</summary>
    [HttpPost("/a/{id}")]
    public async Task<IActionResult> Confirm(string id, string? command, string? secret)
    {
        if (!Reads(command, out var key) || !CivicActId.TryParse(id, out var act))
        {
            return Missing();
        }

        var receipt = await calls.Act(act, grain => grain.Confirm(key, Me, secret));
        return receipt.Outcome == Outcome.Done ? SeeOther($"/a/{id}?k={Uri.EscapeDataString(secret ?? "")}") : Panel(receipt.Outcome);
    }
}
