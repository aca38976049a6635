using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Moderation;
using Engagement.Grains.Notices;
using Engagement.WeChat;
using Engagement.Web.Problems;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace Engagement.Web.Sessions;

/// <summary>Sign-in of the mini-program and other clients.</summary>
[EnableRateLimiting(RateLimits.Entry)]
public sealed class SessionApiController(IWeChatGateway wechat, Identities identities, IOptionsMonitor<BearerTokenOptions> bearer, ICampaignClock clock,
    Calls calls, ITextChecks checks, IOptions<NoticeOptions> notices, RiskGate risk) : ApiController
{
    /// <summary>Exchanges a code of <c>wx.login</c> for a session. The client has shown the privacy notice before it calls <c>wx.login</c>.</summary>
    [HttpPost("/api/v1/session")]
    public async Task<IActionResult> Open(SessionRequest request, CancellationToken cancellationToken)
    {
        if (request.Code is not { Length: > 0 and <= 128 } code)
        {
            return Refuse(Outcome.Invalid, "code", "is required");
        }

        var session = await wechat.ExchangeJsCode(code, cancellationToken);
        if (session.OpenId is not { } openId)
        {
            return session.Outcome switch
            {
                WeChatOutcome.InvalidCode or WeChatOutcome.CodeUsed or WeChatOutcome.Expired =>
                    Refuse(Outcome.Invalid, "code", "is unknown, used or expired; ask wx.login for a new one"),
                WeChatOutcome.RiskUser => Refuse(Outcome.Forbidden, "code", risk.Words(Request)),
                _ => Refuse(Outcome.OutcomeUnknown),
            };
        }

        if (await risk.Refuses(openId, HttpContext.Connection.RemoteIpAddress, cancellationToken))
        {
            return Refuse(Outcome.Forbidden, "code", risk.Words(Request));
        }

        var participant = await identities.EnterMiniProgram(openId, session.UnionId);
        if (checks.Enabled || notices.Value.Templates.Exists(template => template.IsOfMiniProgram))
        {
            await calls.Participant(participant, person => person.SeenInMiniProgram(new(openId))); // kept sealed, for two hours of checks and for notices
        }

        return Ok(new SessionAnswer(Sessions.Token(bearer, participant, clock.RealNow), participant.ToString()));
    }

    /// <summary>A code of <c>wx.login</c>, single use, five minutes.</summary>
    public sealed record SessionRequest(string? Code);

    /// <summary>A bearer token for 30 days, and who it is.</summary>
    public sealed record SessionAnswer(string Token, string ParticipantId);
}
