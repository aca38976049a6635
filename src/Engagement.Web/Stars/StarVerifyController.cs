using Engagement.Contracts;
using Engagement.Grains.Stars;
using Engagement.Web.Problems;
using Engagement.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Engagement.Web.Stars;

/// <summary>
/// Checks certificates of stars for whoever was handed one: star, hours then, day and what it is worth now; whether a name is the right one only to somebody who types it.
/// </summary>
[EnableRateLimiting(RateLimits.Certificates), Route("/verify/star/{number}")]
public sealed class StarVerifyController(Calls calls, StarCertificates certificates, StarSettings settings) : PageController
{
    /// <summary>The certificate, checked.</summary>
    [HttpGet]
    public async Task<IActionResult> Show(string number, string? k) => await certificates.Find(number, k) is { } found ? Checked(found) : SeeOther("/verify?unknown=true");

    /// <summary>Whether the name on it is the volunteer's.</summary>
    [HttpPost("name")]
    public async Task<IActionResult> Name(string number, string? k, string? name)
    {
        if (await certificates.Find(number, k) is not { } found)
        {
            return SeeOther("/verify?unknown=true");
        }

        var outcome = string.IsNullOrWhiteSpace(name) || name.Length > 80 ? Outcome.NotFound : await calls.Stars(found.Volunteer, grain => grain.IsName(new(name)));
        Response.StatusCode = outcome == Outcome.Done ? StatusCodes.Status200OK : OutcomeProblem.Status(outcome);
        return Checked(found, outcome);
    }

    private ViewResult Checked(StarCertificate found, Outcome? name = null)
    {
        Response.Headers.CacheControl = "no-store";
        Response.Headers["X-Robots-Tag"] = "noindex";
        return View("/Stars/Verified.cshtml", new StarVerifiedPage(found, settings.Options.Source, name));
    }
}

/// <summary>A star's certificate, checked.</summary>
/// <param name="Certificate">It.</param>
/// <param name="Source">Where the levels come from.</param>
/// <param name="Name">What became of a name that was typed; null for none.</param>
public sealed record StarVerifiedPage(StarCertificate Certificate, string Source, Outcome? Name);
