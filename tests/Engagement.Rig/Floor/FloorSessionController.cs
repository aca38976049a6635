using Engagement.Contracts;
using Engagement.Web;
using Engagement.Web.Problems;
using Engagement.Web.Sessions;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Engagement.Rig.Floor;

/// <summary>The product's session tickets, given to whoever asks: signing in is not what is measured.</summary>
[EnableRateLimiting(RateLimits.Entry)]
public sealed class FloorSessionController(IServiceProvider services, IOptionsMonitor<BearerTokenOptions> bearer) : ApiController
{
    /// <summary>A new person.</summary>
    [HttpPost("/api/v1/session")]
    public async Task<IActionResult> Open(SessionApiController.SessionRequest request)
    {
        var now = services.GetRequiredService<FloorClock>().UtcNow;
        var person = await services.GetRequiredService<FloorPeople>().Enter(now);
        return request.Code is null
            ? Refuse(Outcome.Invalid, "code", "is required")
            : Ok(new SessionApiController.SessionAnswer(Sessions.Token(bearer, person, now), person.ToString()));
    }

    /// <summary>A code is whoever it names.</summary>
    [HttpPost("/emulator/jscode")]
    public IActionResult Code(PersonaRequest request) => Ok(new { code = request.Persona });

    /// <summary>The same step as on the product's side.</summary>
    [HttpPost("/emulator/clock")]
    public IActionResult Advance()
    {
        services.GetRequiredService<FloorClock>().Advance(TimeSpan.FromHours(24));
        return Ok(new { });
    }

    /// <summary>A persona's name.</summary>
    public sealed record PersonaRequest(string? Persona);
}
