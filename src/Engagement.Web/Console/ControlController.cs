using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Control;
using Engagement.Grains.Participants;
using Engagement.Web.Problems;
using Engagement.Web.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Engagement.Web.Console;

/// <summary>
/// Campaign control (OP-02, OP-03): switches, single units, opening and closing, the allowance, the line on top of pages. A change is looked at
/// before it is made, on the record, and undone by one press.
/// </summary>
public sealed class ControlController(
    Calls calls, CampaignSettings settings, Switches switches, PersonLabels labels, ControlWords words, ControlPreviews previews) : ConsoleController(calls)
{
    private const string Way = "/console/control", Sheet = "/Console/Control.cshtml";

    /// <summary>What runs, and what was changed.</summary>
    [HttpGet(Way)]
    public async Task<IActionResult> Index() => View(Sheet, await Page());

    /// <summary>Shows a change before it is made; with <paramref name="back"/>, the form again as it was filled in.</summary>
    [HttpPost(Way + "/preview")]
    public async Task<IActionResult> Preview(ControlForm form, bool back) => await Checked(form, (field, good, page) => Task.FromResult<IActionResult>(back
        ? View(Sheet, page with { Form = good })
        : View("/Console/Preview.cshtml", previews.Of(field, page.Value(field, good.Subject), good, page, Way))));

    /// <summary>Changes a field. What changed since it was looked at is shown once more.</summary>
    [HttpPost(Way)]
    public async Task<IActionResult> Set(string? command, ControlForm form) => !Reads(command, out var key)
        ? Panel(Outcome.Invalid, way: Way)
        : await Checked(form, async (field, good, page) =>
        {
            var (value, reason, holds) = (good.Value!, good.Reason!, page.Value(field, good.Subject));
            return form.Before is { } before && before != ControlForm.Mark(holds) && value != holds // a repeat finds it made
                ? Correct("/Console/Preview.cshtml", previews.Of(field, holds, good, page, Way) with { Moved = true }, Outcome.AlreadyDecided)
                : await Done(await Calls.Campaign(campaign => field == ControlField.Unit
                    ? campaign.Freeze(key, Me, good.Subject!, value == ControlRules.Off, reason)
                    : campaign.Set(key, Me, field, value, reason)));
        });

    /// <summary>Takes a change back.</summary>
    [HttpPost(Way + "/undo")]
    public async Task<IActionResult> Undo(string? command, int change) =>
        Reads(command, out var key) ? await Done(await Calls.Campaign(campaign => campaign.Undo(key, Me, change))) : Panel(Outcome.Invalid, way: Way);

    // Nothing goes on that is not right; what is not, is named.
    private async Task<IActionResult> Checked(ControlForm form, Func<ControlField, ControlForm, ControlPage, Task<IActionResult>> go)
    {
        if (!InputRules.IsName<ControlField>(form.Field, out var field) || field is ControlField.None or ControlField.Preset)
        {
            return Panel(Outcome.Invalid, way: Way);
        }

        var good = form with { Value = form.Value?.Trim() ?? "", Reason = form.Reason?.Trim() ?? "" };
        var page = await Page();
        var fault = field == ControlField.Unit && !page.Units.Concat(page.Frozen).Any(unit => unit.Value == good.Subject) ? "unit"
            : (field == ControlField.Unit ? good.Value is not ("" or ControlRules.Off) : ControlRules.Fault(field, good.Value) is not null) ? "value"
            : !InputRules.IsReason(good.Reason) ? "reason" : null;
        return fault is null ? await go(field, good, page) : Correct(Sheet, page with { Fault = words.Fault(field, fault), Form = good }, Outcome.Invalid);
    }

    private async Task<IActionResult> Done(Receipt receipt)
    {
        await switches.Refresh(); // this process at once, the others within ten seconds
        return Decided(receipt, Way);
    }

    private async Task<ControlPage> Page()
    {
        var card = await Calls.Campaign(campaign => campaign.Show());
        var name = await labels.For(card.Latest.Select(change => change.By));
        var now = settings.Clock.UtcNow;
        return new(card.Values, settings.PerDay(ShanghaiDay.Of(now)), settings.PerDay(ShanghaiDay.Of(now.AddDays(1))), settings.Campaign.IsOpen(now),
            [.. card.Latest.Select(change => new ControlRow(change, name(change.By),
                DateTimeOffset.FromUnixTimeMilliseconds(change.At), ControlRules.CanUndo(card.Latest, change), words.Field(change.Field, change.Subject),
                words.Value(change.Field, change.Subject, change.From), words.Value(change.Field, change.Subject, change.To)))])
        {
            Frozen = [.. card.Frozen.Select(unit => new Choice(unit, words.Unit(unit)))],
            Units = [.. words.Units().Where(unit => !card.Frozen.Contains(unit.Value))],
        };
    }
}
