using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Participants;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;

namespace Engagement.Rig.Serve.Floor;

/// <summary>
/// Giving and taking without grains, by the product's own rules, keys, effects, bytes and number of scripts: what remains
/// of the product's cost is what grains cost.
/// </summary>
internal sealed class FloorPeer(CampaignSettings settings, PeerLinks links, LetterWriter letters, RoseReader reader, FloorPeople people, FloorLedger ledger) : IPeer
{
    public Task Prepare() => Task.CompletedTask;

    public Task Enter(ParticipantState person) => people.Enter(person);

    public async Task<SendReceipt> Send(ParticipantId me, CommandId command, SendRose send)
    {
        if (await people.Find(me) is not { } person)
        {
            return new(Outcome.SignInRequired);
        }

        await person.Turn.WaitAsync();
        try
        {
            return await Send(person, command, send);
        }
        finally
        {
            person.Turn.Release();
        }
    }

    private async Task<SendReceipt> Send(FloorPerson person, CommandId command, SendRose send)
    {
        var state = person.State;
        var id = links.Born(state.Id, command);
        var moment = settings.At(settings.Clock.UtcNow);
        if (state.Commands.MayHaveDropped(command) && await reader.Read(id) is { } born && born.Sender == state.Id)
        {
            return links.Receipt(id, new(born.BornAt, state.Purse.Remaining, Held: false)); // its result was forgotten, but its rose remembers
        }

        var (letter, outcome, field) = letters.Write(send.Words, send.Anonymous, state.Salt, moment.Now);
        if (letter is null || !moment.Campaign.IsOpen(moment.Now))
        {
            return new(letter is null ? outcome : Outcome.CampaignClosed, Field: field);
        }

        var (sent, result) = ParticipantRules.Send(state, command, PeerLinks.ContentOf(send), id, letter, send.To, silenced: false, moment);
        if (sent != Outcome.Done)
        {
            return new(sent);
        }

        if (state.HasChanges)
        {
            await Commit(person);
        }

        return links.Receipt(id, result);
    }

    private async Task Commit(FloorPerson person)
    {
        try
        {
            person.ETag = await ledger.Commit(ParticipantState.Kind, person.State.Id.ToString(), person.State, person.ETag)
                ?? throw new LedgerException(LedgerFailure.Conflict, "Another process wrote first.");
        }
        catch
        {
            people.Forget(person.State.Id);
            throw;
        }
    }

    /// <summary>One read and one script; a version that moved meanwhile begins again.</summary>
    public async Task<ClaimReceipt> Claim(RoseId id, CommandId command, ClaimRose claim)
    {
        while (await ledger.Read<RoseState>(RoseState.Kind, id.ToString()) is var (rose, etag))
        {
            var (taker, giver) = (await people.Find(claim.By), await people.Find(rose.Holder));
            var counted = rose.Latest?.Counted ?? Counted.Unknown;
            if (rose.Latest is { Counted: Counted.Unknown } latest)
            {
                counted = await reader.IsCounted(id, latest) ? Counted.Yes : Counted.No;
            }

            var facts = new ClaimFacts(taker?.State.IsOpen == true, giver?.State.Blocked?.Contains(claim.By) == true,
                PeerLinks.Attribution(giver?.State.Units ?? new()), links.OfferOf(id, rose.Offers, claim.Secret), counted, rose.Hops);
            var receipt = RoseRules.Claim(rose, command, claim, facts, settings.At(settings.Clock.UtcNow));
            if (receipt.Outcome != Outcome.Done)
            {
                return receipt;
            }

            var once = rose.Effects.OfType<Once>().FirstOrDefault();
            if (!rose.HasChanges)
            {
                return receipt with { Counted = rose.Latest is { } hop && await reader.IsCounted(id, hop) };
            }

            if (await ledger.Commit(RoseState.Kind, id.ToString(), rose, etag) is not null)
            {
                return receipt with { Counted = once?.Took == true };
            }
        }

        return new(Outcome.NotFound);
    }
}
