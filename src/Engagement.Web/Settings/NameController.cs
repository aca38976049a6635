using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Web.Home;
using Engagement.Web.Problems;
using Engagement.Web.Sessions;
using Engagement.Web.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Engagement.Web.Settings;

/// <summary>What others call me: one of the ready names, or my own, which is read before it shows.</summary>
[Person]
public sealed class NameController(Calls calls, SeededCatalogue catalogue, Wording texts) : PageController
{
    private const string Form = "/Settings/Name.cshtml";

    /// <summary>The form.</summary>
    [HttpGet("/settings/name")]
    public async Task<IActionResult> Show(string? returnUrl) => await calls.Participant(Me, me => me.Self()) is { Profile: { } profile }
        ? View(Form, Page(profile.OwnName, returnUrl) with { Held = profile.NameHeld })
        : Panel(Outcome.SignInRequired);

    /// <summary>Takes the name; a refused one comes back to be changed.</summary>
    [HttpPost("/settings/name")]
    public async Task<IActionResult> Choose(string? command, string? name, string? returnUrl)
    {
        if (!Reads(command, out var key))
        {
            return Panel(Outcome.Invalid, way: "/settings/name");
        }

        var receipt = await calls.Participant(Me, me => me.Choose(key, new(Name: name ?? "")));
        return receipt.Outcome switch
        {
            Outcome.Done => SeeOther(string.IsNullOrEmpty(returnUrl) ? "/settings" : Local(returnUrl)),
            Outcome.Invalid or Outcome.TextRefused => Correct(Form, Page(name, returnUrl) with { Fault = receipt.Outcome }, receipt.Outcome),
            _ => Panel(receipt.Outcome, way: "/settings/name"),
        };
    }

    private NamePage Page(string? current, string? returnUrl) =>
        new(current, [.. catalogue.Reference.Names.Select(texts.Of)], string.IsNullOrEmpty(returnUrl) ? null : Local(returnUrl));
}
