using Engagement.Contracts;
using Engagement.Grains.Roses;
using Engagement.Web.Problems;
using Engagement.Web.Sessions;
using Engagement.Web.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Engagement.Web.Settings;

/// <summary>Blocks whoever gave me a rose, without needing to know who that is.</summary>
[Person]
public sealed class BlockController(Calls calls, RoseReader roses, HopFinder hops) : PageController
{
    /// <summary>Blocks the giver of the latest hop that I received.</summary>
    [HttpPost("/r/{id}/block")]
    public async Task<IActionResult> Block(string id, string? command)
    {
        if (!RoseId.TryParse(id, out var rose) || await roses.Read(rose) is not { } read || await hops.TakenBy(read, Me) is not { } hop)
        {
            return Missing();
        }

        if (!Reads(command, out var key))
        {
            return Panel(Outcome.Invalid, way: "/r/" + id);
        }

        var receipt = await calls.Participant(Me, me => me.Block(key, hop.From, block: true, unseen: hop.Letter.Anonymous));
        return receipt.Outcome switch
        {
            Outcome.Done => Panel(StateKind.Blocked),
            Outcome.Invalid => Panel(Outcome.Invalid, way: "/settings/blocks"), // 500 are blocked
            _ => Panel(receipt.Outcome),
        };
    }
}
