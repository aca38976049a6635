using System.Globalization;
using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Web.Boards;
using Engagement.Web.Problems;
using Engagement.Web.Shared;
using Microsoft.AspNetCore.Localization;
using Engagement.WeChat;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Engagement.Web.Settings;

/// <summary>Everything a person decides, at a glance; and how this phone reads, which needs no account.</summary>
public sealed class SettingsController(Calls calls, Names names, CampaignSettings settings, IOptions<WeChatOptions> wechat) : PageController
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    /// <summary>The overview; a guest sees how to read and how to sign in.</summary>
    [HttpGet("/settings")]
    public async Task<IActionResult> Index()
    {
        var self = Me.IsNone ? null : await calls.Participant(Me, me => me.Self());
        return View(self?.Profile is { } profile ? PageOf(profile) : null);
    }

    /// <summary>Large text, for this phone.</summary>
    [HttpPost("/settings/large-text")]
    public IActionResult LargeText(string? on, string? returnUrl)
    {
        Keep(Reading.LargeTextCookie, on == "1" ? "1" : "0");
        return SeeOther(Local(returnUrl));
    }

    /// <summary>Chinese or English, for this phone.</summary>
    [HttpPost("/settings/language")]
    public IActionResult Language(string? language, string? returnUrl)
    {
        if (language is null || !PagesSetup.Languages.Contains(language))
        {
            return Panel(Outcome.Invalid, way: "/settings");
        }

        // Dates and numbers stay as they are for everybody; only the words change.
        Keep(CookieRequestCultureProvider.DefaultCookieName, CookieRequestCultureProvider.MakeCookieValue(new(CultureInfo.InvariantCulture, new CultureInfo(language))));
        return SeeOther(Local(returnUrl));
    }

    private SettingsPage PageOf(Profile profile)
    {
        var units = profile.Units;
        string?[] joined = [names.Organisation(units.Organisation), names.Company(units.Company)];
        return new(Me.ToString(), profile.OwnName, profile.NameHeld, names.Place(units), [.. joined.OfType<string>()], profile.Reach,
            settings.Campaign.GovernmentMode ? null : profile.OnBoards, profile.Blocked.Count, profile.IsStaff,
            !profile.Joined && !string.IsNullOrEmpty(wechat.Value.MiniProgramAppId));
    }

    private void Keep(string name, string value) => Response.Cookies.Append(name, value, new()
    {
        MaxAge = Kept, Path = "/", SameSite = SameSiteMode.Lax, HttpOnly = true, Secure = Request.IsHttps, IsEssential = true,
    });
}
