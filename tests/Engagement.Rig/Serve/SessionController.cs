using System.Security.Cryptography;
using Engagement.Contracts;
using Engagement.Grains.Participants;
using Engagement.Web;
using Engagement.Web.Problems;
using Engagement.Web.Sessions;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Engagement.Rig.Serve;

/// <summary>The product's session tickets, given to whoever asks: signing in is not what is measured.</summary>
[EnableRateLimiting(RateLimits.Entry)]
public sealed class SessionController(IServiceProvider services, IPeer peer, IOptionsMonitor<BearerTokenOptions> bearer) : ApiController
{
    private readonly PeerClock _clock = services.GetRequiredService<PeerClock>();

    /// <summary>A new person, as the code names them.</summary>
    [HttpPost("/api/v1/session")]
    public async Task<IActionResult> Open(SessionApiController.SessionRequest request)
    {
        if (request.Code is not { Length: > 0 and <= 128 } name)
        {
            return Refuse(Outcome.Invalid, "code", "is required");
        }

        var (organisation, company) = Resident.Of(name, services.GetRequiredService<FileCatalogue>().Reference);
        var state = new ParticipantState
        {
            Id = new(OpaqueId.Random()), Since = _clock.UtcNow.ToUnixTimeMilliseconds(), ConsentVersion = Identities.ConsentVersion,
            Salt = RandomNumberGenerator.GetBytes(16), Units = new(Organisation: organisation?.Id, Company: company?.Id),
        };
        state.Purse.BudgetIn = name == Resident.Organiser ? Resident.Budget : 0;
        await peer.Enter(state);
        return Ok(new SessionApiController.SessionAnswer(Sessions.Token(bearer, state.Id, DateTimeOffset.UtcNow), state.Id.ToString()));
    }

    /// <summary>A code is whoever it names.</summary>
    [HttpPost("/emulator/jscode")]
    public IActionResult Code(PersonaRequest request) => Ok(new { code = request.Persona });

    /// <summary>The same step as on the product's side.</summary>
    [HttpPost("/emulator/clock")]
    public IActionResult Advance()
    {
        _clock.Advance(TimeSpan.FromHours(24));
        return Ok(new { });
    }

    /// <summary>A persona's name.</summary>
    public sealed record PersonaRequest(string? Persona);
}
