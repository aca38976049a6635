using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Control;
using Engagement.Grains.Participants;
using Engagement.Web.Problems;
using Microsoft.AspNetCore.Mvc;

namespace Engagement.Web.Console;

/// <summary>Campaign control (OP-02, OP-03): switches, opening and closing, the allowance, the line on top of pages; each change on the record, and undone by one press.</summary>
public sealed class ControlController(Calls calls, CampaignSettings settings, Switches switches, PeopleReader people) : ConsoleController(calls)
{
    private const string Way = "/console/control", Sheet = "/Console/Control.cshtml";

    /// <summary>What runs, and what was changed.</summary>
    [HttpGet(Way)]
    public async Task<IActionResult> Index() => View(Sheet, await Page());

    /// <summary>Changes a field.</summary>
    [HttpPost(Way)]
    public async Task<IActionResult> Set(string? command, ControlForm form)
    {
        if (!Reads(command, out var key) || !InputRules.IsName<ControlField>(form.Field, out var field) || field == ControlField.None)
        {
            return Panel(Outcome.Invalid, way: Way);
        }

        var (value, reason) = (form.Value?.Trim() ?? "", form.Reason?.Trim() ?? "");
        var fault = ControlRules.Fault(field, value) is not null ? "value" : !InputRules.IsReason(reason) ? "reason" : null;
        return fault is null
            ? await Done(await Calls.Campaign(campaign => campaign.Set(key, Me, field, value, reason)))
            : Correct(Sheet, await Page() with { Fault = fault, Form = form }, Outcome.Invalid);
    }

    /// <summary>Takes a change back.</summary>
    [HttpPost(Way + "/undo")]
    public async Task<IActionResult> Undo(string? command, int change) =>
        Reads(command, out var key) ? await Done(await Calls.Campaign(campaign => campaign.Undo(key, Me, change))) : Panel(Outcome.Invalid, way: Way);

    private async Task<IActionResult> Done(Receipt receipt)
    {
        await switches.Refresh(); // this process at once, the others within ten seconds
        return Decided(receipt, Way);
    }

    private async Task<ControlPage> Page()
    {
        var card = await Calls.Campaign(campaign => campaign.Show());
        var names = await people.NamesFor(card.Latest.Select(change => change.By));
        var now = settings.Clock.UtcNow;
        return new(card.Values, settings.PerDay(ShanghaiDay.Of(now)), settings.PerDay(ShanghaiDay.Of(now.AddDays(1))), settings.Campaign.IsOpen(now),
            [.. card.Latest.Select(change => new ControlRow(change, names.GetValueOrDefault(change.By) ?? change.By.ToString(),
                DateTimeOffset.FromUnixTimeMilliseconds(change.At), ControlRules.CanUndo(card.Latest, change)))]);
    }
}
