using System.Security.Cryptography;
using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.WeChat;
using Engagement.Web.Problems;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace Engagement.Web.JsSdk;

/// <summary>Signs a page of this site for the JS-SDK. Never cached: a signature ends with its ticket.</summary>
[ApiExplorerSettings(IgnoreApi = true), EnableRateLimiting(RateLimits.Signatures), Unhurried]
public sealed class JsConfigController(IWeChatTokens tokens, PageAddress pages, IOptions<WeChatOptions> wechat, ICampaignClock clock) : ApiController
{
    /// <summary>What <c>wx.config</c> takes for the page at <paramref name="url"/>.</summary>
    /// <param name="url">The page's whole address as the browser shows it; a fragment is left out.</param>
    /// <param name="cancellationToken">The browser went away.</param>
    [HttpGet("/wechat/js-config")]
    public async Task<IActionResult> Sign(string? url, CancellationToken cancellationToken)
    {
        if (pages.Refusal(url, out var page, out _) is { } reason)
        {
            return Refuse(Outcome.Invalid, "url", reason);
        }

        var ticket = await tokens.JsTicket(cancellationToken);
        if (!ticket.IsOk)
        {
            Response.Headers.RetryAfter = "60"; // the page does without
            return Problem(statusCode: StatusCodes.Status503ServiceUnavailable, title: "WeChat gives no ticket at the moment.");
        }

        var nonce = RandomNumberGenerator.GetHexString(16, lowercase: true);
        return Ok(JsSignature.Of(wechat.Value.AppId, ticket.Value, page, clock.RealNow, nonce));
    }
}
