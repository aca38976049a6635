using Engagement.Web.Shared;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Mvc;

namespace Engagement.Web.Console;

/// <summary>The console's door: ways in and out of it.</summary>
public sealed class DoorController : PageController
{
    /// <summary>Ends the session in this browser.</summary>
    [HttpPost("/console/signout")]
    public async Task<IActionResult> Leave()
    {
        await HttpContext.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        return SeeOther("/");
    }
}
