using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Control;
using Engagement.Grains.Moderation;
using Engagement.Web.Home;
using Engagement.Web.Problems;
using Engagement.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Engagement.Web.Console;

/// <summary>
/// The words of the preset letters, in both languages (OP-02): looked at before they change, checked like the seed, on the record, undone by one press.
/// Letters that were written keep the words that were chosen.
/// </summary>
public sealed class TextsController(
    Calls calls, SeededCatalogue catalogue, Switches switches, IMessageModerator moderator, Wording wording, IStringLocalizer<Texts> texts) : ConsoleController(calls)
{
    private const string Way = "/console/texts", Sheet = "/Console/Text.cshtml";

    /// <summary>All of them, by reason.</summary>
    [HttpGet(Way)]
    public IActionResult Index() => View("/Console/Texts.cshtml", new TextsPage([.. catalogue.Reference.Reasons.Zip(catalogue.Unchanged.Reasons, (now, seeded) =>
        new TextGroup(wording.Of(now.Title), [.. seeded.Presets.Zip(now.Presets, (from, preset) => new TextRow(from.Id, preset.Zh, preset.En, preset.Id != from.Id))]))]));

    /// <summary>One, to be changed.</summary>
    [HttpGet(Way + "/{preset}")]
    public IActionResult Show(string preset) => Page(preset) is { } page ? View(Sheet, page) : Missing();

    /// <summary>Shows other words before they are offered; with <paramref name="back"/>, the form again as it was filled in.</summary>
    [HttpPost(Way + "/{preset}/preview")]
    public async Task<IActionResult> Preview(string preset, TextForm form, bool back) => await Checked(preset, form, (good, page) => Task.FromResult<IActionResult>(
        back ? View(Sheet, page with { Form = good }) : View("/Console/Preview.cshtml", Look(page, good))));

    /// <summary>Offers other words. What changed since they were looked at is shown once more.</summary>
    [HttpPost(Way + "/{preset}")]
    public async Task<IActionResult> Set(string preset, string? command, TextForm form) => !Reads(command, out var key)
        ? Panel(Outcome.Invalid, way: $"{Way}/{preset}")
        : await Checked(preset, form, async (good, page) =>
        {
            var words = new PresetWords(good.Zh!, good.En!);
            if (form.Before is { } before && before != page.Now.Id && words != new PresetWords(page.Now.Zh, page.Now.En))
            {
                return Correct("/Console/Preview.cshtml", Look(page, good) with { Moved = true }, Outcome.AlreadyDecided);
            }

            var receipt = await Calls.Campaign(campaign => campaign.Reword(key, Me, preset, words, good.Reason!));
            await switches.Refresh(); // this process at once, the others within ten seconds
            return receipt is { Outcome: Outcome.Invalid, Field: "preset" }
                ? Correct(Sheet, page with { Fault = "preset", Form = good }, Outcome.Invalid)
                : Decided(receipt, $"{Way}/{preset}");
        });

    private async Task<IActionResult> Checked(string preset, TextForm form, Func<TextForm, TextPage, Task<IActionResult>> go)
    {
        if (Page(preset) is not { } page)
        {
            return Missing();
        }

        var good = form with { Zh = form.Zh?.Trim() ?? "", En = form.En?.Trim() ?? "", Reason = form.Reason?.Trim() ?? "" };
        var fault = PresetCheck.Fault(new(good.Zh, good.En), moderator) ?? (InputRules.IsReason(good.Reason) ? null : "reason");
        return fault is null ? await go(good, page) : Correct(Sheet, page with { Fault = fault, Form = good }, Outcome.Invalid);
    }

    private TextPage? Page(string preset) => catalogue.Seeded(preset) is not { } seeded ? null
        : new(seeded, switches.Now.Wording(preset)?.Phrase ?? seeded, [.. switches.Now.Wordings.Where(wording => wording.Preset == preset).Reverse()]);

    private PreviewPage Look(TextPage page, TextForm good) => new(
        texts["Texts.Of", wording.Of(page.Now)], texts["Preview.AtOnce"],
        [new(texts["Preview.Chinese"], page.Now.Zh, good.Zh!), new(texts["Preview.English"], page.Now.En, good.En!)],
        [
            new(texts["Preview.Chinese"], good.Zh!, "letter", "zh-CN"), new(texts["Preview.English"], good.En!, "letter", "en"),
            new(texts["Preview.Means"], texts["Texts.Kept"], ""),
        ],
        new Dictionary<string, string?> { ["zh"] = good.Zh, ["en"] = good.En, ["reason"] = good.Reason, ["before"] = page.Now.Id }, $"{Way}/{page.Seeded.Id}");
}
