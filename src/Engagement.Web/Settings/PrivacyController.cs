using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Web.Problems;
using Engagement.Web.Sessions;
using Engagement.Web.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Engagement.Web.Settings;

/// <summary>Who may reach me, and where I show.</summary>
[Person]
public sealed class PrivacyController(Calls calls, CampaignSettings settings) : PageController
{
    /// <summary>The form.</summary>
    [HttpGet("/settings/privacy")]
    public async Task<IActionResult> Show() => await calls.Participant(Me, me => me.Self()) is { Profile: { } profile }
        ? View("/Settings/Privacy.cshtml", new PrivacyPage(profile.Reach, profile.ShowName, settings.Campaign.GovernmentMode ? null : profile.OnBoards, settings.Campaign.GovernmentMode || profile.Units.Company is null && !profile.OnCourierBoard ? null : profile.OnCourierBoard, profile.OnHoursBoard))
        : Panel(Outcome.SignInRequired);

    /// <summary>Takes all; an unticked box is a no. The board of couriers is asked of couriers only: elsewhere it stays as it is.</summary>
    [HttpPost("/settings/privacy")]
    public async Task<IActionResult> Choose(string? command, string? reach, bool showName, bool onBoards, bool? onCourierBoard, bool? onHoursBoard)
    {
        if (!Reads(command, out var key) || !Enum.TryParse<Reach>(reach, out var who) || !Enum.IsDefined(who))
        {
            return Panel(Outcome.Invalid, way: "/settings/privacy");
        }

        var receipt = await calls.Participant(Me, me => me.Choose(key, new(
            ShowName: showName, Reach: who, OnBoards: settings.Campaign.GovernmentMode ? null : onBoards,
            OnCourierBoard: settings.Campaign.GovernmentMode ? null : onCourierBoard, OnHoursBoard: settings.Campaign.GovernmentMode ? null : onHoursBoard)));
        return receipt.Outcome == Outcome.Done ? SeeOther("/settings") : Panel(receipt.Outcome, way: "/settings/privacy");
    }
}
