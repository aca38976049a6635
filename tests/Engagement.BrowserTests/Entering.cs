using Microsoft.Playwright;

namespace Engagement.BrowserTests;

/// <summary>Signing in as somebody whom the emulator makes up.</summary>
internal static class Entering
{
    /// <summary>Goes through WeChat's picker as this persona and agrees, once; ends on the page that asks for a name.</summary>
    public static async Task EnterAsync(this IPage page, LocalCity city, string persona)
    {
        await page.GotoAsync(city.Site + "/signin?returnUrl=%2Fsettings");
        await page.GotoAsync(page.Url[..page.Url.IndexOf('#', StringComparison.Ordinal)] + "&persona=" + Uri.EscapeDataString(persona));
        await page.Locator("form[action='/consent'] button.cta").ClickAsync();
        await page.WaitForURLAsync("**/settings/name**");
    }

    /// <summary>Goes in as one of Local's staff, who agreed to the notice already.</summary>
    public static async Task EnterStaffAsync(this IPage page, LocalCity city, string persona)
    {
        await page.GotoAsync(city.Site + "/signin?returnUrl=%2Fsettings");
        await page.GotoAsync(page.Url[..page.Url.IndexOf('#', StringComparison.Ordinal)] + "&persona=" + Uri.EscapeDataString(persona));
        await page.WaitForURLAsync("**/settings");
    }
}
