using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.WeChat;
using Engagement.WeChat;
using Engagement.Web.Problems;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Engagement.Web.WeChat;

/// <summary>
/// Where WeChat pushes messages and events. Its servers are few addresses: no limit by address or load keeps them out; what
/// keeps others out is the signature, checked before anything is read from the store.
/// </summary>
[IgnoreAntiforgeryToken, DisableRateLimiting, SkipStatusCodePages, ApiExplorerSettings(IgnoreApi = true), Route("/wechat/callback")]
public sealed partial class CallbackController(
    CallbackGate gate, PushSorter sorter, ReplyWriter writer, Calls calls, IPushEvents events, FollowerQuestions questions, ICampaignClock clock, ILogger<CallbackController> log)
    : ControllerBase
{
    private const int LongestEcho = 256;

    /// <summary>WeChat's test when the address is entered on its console: the echo, byte by byte.</summary>
    [HttpGet]
    public IActionResult Verify(string? signature, string? timestamp, string? nonce, string? echostr)
    {
        if (!gate.IsOn)
        {
            return NotFound();
        }

        var refusal = gate.Verify(new(signature, timestamp, nonce), clock.UtcNow);
        return refusal != CallbackRefusal.None ? Refuse(refusal)
            : echostr is { Length: > 0 and <= LongestEcho } ? Content(echostr, "text/plain; charset=utf-8")
            : Refuse(CallbackRefusal.Query);
    }

    /// <summary>A message or event.</summary>
    [HttpPost]
    public async Task<IActionResult> Receive(string? signature, string? timestamp, string? nonce, [FromQuery(Name = "encrypt_type")] string? encryptType,
        [FromQuery(Name = "msg_signature")] string? msgSignature, CancellationToken cancellationToken)
    {
        if (!gate.IsOn)
        {
            return NotFound();
        }

        try
        {
            if (await Read(cancellationToken) is not { } body)
            {
                TooLarge();
                return StatusCode(StatusCodes.Status413PayloadTooLarge);
            }

            var result = gate.Open(new(signature, timestamp, nonce, encryptType, msgSignature), body.Span, clock.UtcNow);
            return result.IsBelieved ? await Answer(result, result.Message) : Refuse(result.Refusal);
        }
        catch (Exception fault) when (fault is BadHttpRequestException or IOException)
        {
            return Refuse(CallbackRefusal.Body); // it broke off, or was no HTTP
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested && FaultHandler.OutcomeOf(fault) is not null)
        {
            NotHandled(fault.GetType().Name);
            return StatusCode(StatusCodes.Status503ServiceUnavailable); // not acknowledged: WeChat sends it again
        }
    }

    private async Task<IActionResult> Answer(CallbackResult result, PushMessage message)
    {
        if (message.Media is { } media)
        {
            await events.MediaChecked(new(media.TraceId, media.Errcode, media.Suggest, media.Label));
            return Content(PassiveReply.Silent);
        }

        if (sorter.Sort(message, result.AppId) is not { } sorted)
        {
            return Content(PassiveReply.Silent); // nothing that concerns us, or of a type of tomorrow
        }

        var reply = await calls.Follower(sorted.Follower, follower => follower.Receive(sorted.Push));
        if (sorted.Push is { Answers.Length: > 0, FromMiniProgram: false })
        {
            questions.Ask(message.From); // a prompt needs no follower
        }

        return writer.Write(reply) is { } text
            ? Content(gate.Seal(PassiveReply.Text(message, text, clock.UtcNow), result, clock.UtcNow), "application/xml; charset=utf-8")
            : Content(PassiveReply.Silent);
    }

    // At most one byte more than is taken, whatever the request says about its length.
    private async Task<ReadOnlyMemory<byte>?> Read(CancellationToken cancellationToken)
    {
        if (Request.ContentLength > CallbackGate.LargestBody)
        {
            return null;
        }

        var buffer = new byte[(int)(Request.ContentLength ?? CallbackGate.LargestBody) + 1];
        var read = await Request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        if (read == buffer.Length)
        {
            return null; // not in one expression with the next: null would become an empty memory
        }

        return buffer.AsMemory(0, read);
    }

    // A wrong signature, account, mode or encryption look alike from outside.
    private StatusCodeResult Refuse(CallbackRefusal refusal)
    {
        Refused(refusal);
        return StatusCode(refusal is CallbackRefusal.Query or CallbackRefusal.Body ? StatusCodes.Status400BadRequest : StatusCodes.Status403Forbidden);
    }

    [LoggerMessage(LogLevel.Warning, "A push to /wechat/callback was not believed: {Refusal}")]
    private partial void Refused(CallbackRefusal refusal);

    [LoggerMessage(LogLevel.Warning, "A push to /wechat/callback was too large")]
    private partial void TooLarge();

    [LoggerMessage(LogLevel.Warning, "A push was not handled and not acknowledged: {Fault}")]
    private partial void NotHandled(string fault);
}
