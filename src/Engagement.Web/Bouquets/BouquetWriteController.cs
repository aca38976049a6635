using Engagement.Contracts;
using Engagement.Grains.Bouquets;
using Engagement.Grains.Campaigns;
using Engagement.Web.Home;
using Engagement.Web.Problems;
using Engagement.Web.Sessions;
using Engagement.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Engagement.Web.Bouquets;

/// <summary>Ties a bouquet.</summary>
[Person]
public sealed class BouquetWriteController(Calls calls, SeededCatalogue catalogue, Wording texts, IOptions<BouquetOptions> options) : PageController
{
    private const string Form = "/Bouquets/New.cshtml";

    /// <summary>The form; at first as many roses as are left today.</summary>
    [HttpGet("/bouquets/new")]
    public async Task<IActionResult> New()
    {
        var self = await calls.Participant(Me, me => me.Self());
        var n = Math.Clamp(self.Remaining, 1, 5);
        return self.Exists ? View(Form, Page(new(n, n), self)) : Panel(Outcome.SignInRequired);
    }

    /// <summary>Gives it.</summary>
    [HttpPost("/bouquets")]
    public async Task<IActionResult> Send(string? command, BouquetForm form)
    {
        if (!Reads(command, out var key))
        {
            return Panel(Outcome.Invalid, way: "/bouquets/new");
        }

        // A number that could not be read is 0, which the person is asked to correct.
        var reason = catalogue.Reference.Reasons.FirstOrDefault(reason => reason.Presets.Any(preset => preset.Id == form.Preset))?.Id;
        var sent = await calls.Participant(Me, me => me.SendBouquet(key, new(
            form.Roses, form.Shares, form.Lucky ? Split.Lucky : Split.Equal, new(reason ?? "", form.Preset, null))));
        return sent.Outcome switch
        {
            Outcome.Done => SeeOther($"/b/{sent.Bouquet}/sealed"),
            Outcome.Invalid or Outcome.AllowanceUsed => Correct(
                Form, Page(form, await calls.Participant(Me, me => me.Self())) with { Fault = sent.Outcome, Field = sent.Field }, sent.Outcome),
            _ => Panel(sent.Outcome, way: "/bouquets/new"),
        };
    }

    private BouquetWritePage Page(BouquetForm form, ParticipantSelf self) => new(form, self.Remaining, self.Budget,
        [.. catalogue.Reference.Reasons.Select(reason => new PresetGroup(texts.Of(reason.Title), [.. reason.Presets.Select(preset => new Choice(preset.Id, texts.Of(preset)))]))],
        options.Value.MaxRoses, options.Value.Hours);
}
