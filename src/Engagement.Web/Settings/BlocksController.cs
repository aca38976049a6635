using Engagement.Contracts;
using Engagement.Grains.Participants;
using Engagement.Grains.Storage;
using Engagement.Web.Problems;
using Engagement.Web.Sessions;
using Engagement.Web.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Engagement.Web.Settings;

/// <summary>People whose roses do not reach me, newest first.</summary>
[Person]
public sealed class BlocksController(Calls calls, PeopleReader people, CellKeys keys) : PageController
{
    /// <summary>The list.</summary>
    [HttpGet("/settings/blocks")]
    public async Task<IActionResult> Show()
    {
        if (await calls.Participant(Me, me => me.Self()) is not { Profile: { } profile })
        {
            return Panel(Outcome.SignInRequired);
        }

        var names = await people.NamesFor(profile.Blocked.Except(profile.Unseen));
        return View("/Settings/Blocks.cshtml", new BlocksPage([.. profile.Blocked.Reverse().Select(id => new BlockedPerson(keys.Handle(Me.Value, id.Value), names.GetValueOrDefault(id)))]));
    }

    /// <summary>Unblocks.</summary>
    [HttpPost("/settings/blocks")]
    public async Task<IActionResult> Remove(string? command, string? remove)
    {
        var blocked = (await calls.Participant(Me, me => me.Self())).Profile?.Blocked ?? [];
        var person = blocked.FirstOrDefault(id => keys.Handle(Me.Value, id.Value) == remove);
        if (!Reads(command, out var key) || person.IsNone)
        {
            return Panel(Outcome.Invalid, way: "/settings/blocks");
        }

        var receipt = await calls.Participant(Me, me => me.Block(key, person, block: false));
        return receipt.Outcome == Outcome.Done ? SeeOther("/settings/blocks") : Panel(receipt.Outcome, way: "/settings/blocks");
    }
}
