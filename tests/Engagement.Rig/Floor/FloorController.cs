using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Participants;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;
using Engagement.Web;
using Engagement.Web.Problems;
using Engagement.Web.Roses;
using Engagement.Web.Sessions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Rig.Floor;

/// <summary>Giving and taking without grains, by the product's own rules.</summary>
[Route("/api/v1/roses"), SignedIn, EnableRateLimiting(RateLimits.Commands)]
public sealed class FloorController(IServiceProvider services, CampaignSettings settings, CellKeys keys, LetterWriter letters, RoseReader reader, Links links) : ApiController
{
    private readonly FloorPeople _people = services.GetRequiredService<FloorPeople>();
    private readonly FloorLedger _ledger = services.GetRequiredService<FloorLedger>();

    /// <summary>Gives a rose.</summary>
    [HttpPost, GrainChecksAccount]
    public async Task<IActionResult> Send(SendRequest request)
    {
        if (!Reads(request.CommandId, out var command, out var refusal))
        {
            return refusal;
        }

        ParticipantId to = default;
        if (request.To is not null && !ParticipantId.TryParse(request.To, out to))
        {
            return Refuse(Outcome.Invalid, "to", "is no participant id");
        }

        if (await _people.Find(Me) is not { } person)
        {
            return Refuse(Outcome.SignInRequired);
        }

        await person.Turn.WaitAsync();
        try
        {
            return await Send(person, command, request, to);
        }
        finally
        {
            person.Turn.Release();
        }
    }

    private async Task<IActionResult> Send(FloorPerson person, CommandId command, SendRequest request, ParticipantId to)
    {
        var (state, words) = (person.State, request.Words);
        var id = new RoseId(keys.Born(state.Id.Value, command.Value, 0));
        var content = Grains.Storage.Content.Of("send", words.Reason, words.Preset, words.Text, words.Addressee, to.ToString(), request.Anonymous ? "1" : "0");
        var moment = settings.At(settings.Clock.UtcNow);
        var (letter, outcome, field) = letters.Write(words, request.Anonymous, state.Salt, moment.Now);
        if (letter is null || !moment.Campaign.IsOpen(moment.Now))
        {
            return Refuse(letter is null ? outcome : Outcome.CampaignClosed, field);
        }

        var (sent, result) = ParticipantRules.Send(state, command, content, id, letter, to, silenced: false, moment);
        if (sent != Outcome.Done)
        {
            return Refuse(sent);
        }

        if (state.HasChanges)
        {
            await Commit(person);
        }

        var secret = keys.LinkSecret(id.Value, 1);
        return Created($"/api/v1/roses/{id}", new SentAnswer(id.ToString(), secret, links.Rose(id, secret),
            DateTimeOffset.FromUnixTimeMilliseconds(result.At).AddHours(settings.Roses.OfferHours), result.Remaining, result.Held));
    }

    private async Task Commit(FloorPerson person)
    {
        try
        {
            person.ETag = await _ledger.Commit(ParticipantState.Kind, person.State.Id.ToString(), person.State, person.ETag)
                ?? throw new LedgerException(LedgerFailure.Conflict, "Another process wrote first.");
        }
        catch
        {
            _people.Forget(person.State.Id);
            throw;
        }
    }

    /// <summary>Takes a rose: one read and one script; a version that moved meanwhile begins again.</summary>
    [HttpPost("{roseId}/claim"), GrainChecksAccount]
    public async Task<IActionResult> Claim(string roseId, ClaimRequest request)
    {
        if (!Reads(request.CommandId, out var command, out var refusal))
        {
            return refusal;
        }

        while (RoseId.TryParse(roseId, out var id) && await _ledger.Read<RoseState>(RoseState.Kind, roseId) is var (rose, etag))
        {
            var (taker, giver) = (await _people.Find(Me), await _people.Find(rose.Holder));
            var (units, counted) = (giver?.State.Units ?? new(), rose.Latest?.Counted ?? Counted.Unknown);
            if (rose.Latest is { Counted: Counted.Unknown } latest)
            {
                counted = await reader.IsCounted(id, latest) ? Counted.Yes : Counted.No;
            }

            var facts = new ClaimFacts(taker?.State.IsOpen == true, giver?.State.Blocked?.Contains(Me) == true,
                new(units.District, units.Community, units.Organisation, units.Company), OfferOf(rose, request.Secret), counted, rose.Hops);
            var receipt = RoseRules.Claim(rose, command, new(Me, request.Secret), facts, settings.At(settings.Clock.UtcNow));
            if (receipt.Outcome != Outcome.Done)
            {
                return Refuse(receipt.Outcome);
            }

            var once = rose.Effects.OfType<Once>().FirstOrDefault();
            if (!rose.HasChanges)
            {
                return Ok(new ClaimAnswer("Claimed", receipt.Hop, rose.Latest is { } hop && await reader.IsCounted(id, hop)));
            }

            if (await _ledger.Commit(RoseState.Kind, roseId, rose, etag) is not null)
            {
                return Ok(new ClaimAnswer("Claimed", receipt.Hop, once?.Took == true));
            }
        }

        return Refuse(Outcome.NotFound);
    }

    private int OfferOf(RoseState rose, string? secret)
    {
        for (var offer = rose.Offers; secret is not null && offer > 0 && offer > rose.Offers - 16; offer--)
        {
            if (keys.IsLinkSecret(rose.Id.Value, offer, secret))
            {
                return offer;
            }
        }

        return 0;
    }
}
