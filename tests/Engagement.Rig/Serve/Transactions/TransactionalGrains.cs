using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Participants;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;
using Engagement.Rig.Serve.Stock;
using Orleans.Concurrency;
using Orleans.Transactions.Abstractions;

namespace Engagement.Rig.Serve.Transactions;

/// <summary>One person. Key: the participant's id.</summary>
[Alias("rig.transactions.participant")]
public interface ITransactionalParticipant : IGrainWithStringKey
{
    /// <summary>Stores a new person.</summary>
    [Alias("Enter"), Transaction(TransactionOption.Create)] Task Enter(ParticipantState newcomer);

    /// <summary>Gives a rose: debit and birth in one transaction.</summary>
    [Alias("Send"), Transaction(TransactionOption.Create)] Task<SendReceipt> Send(CommandId command, SendRose send);

    /// <summary>This person as giver or taker, asked about the other one.</summary>
    [Alias("Card"), Transaction(TransactionOption.CreateOrJoin)] Task<StockCard> Card(ParticipantId other);
}

/// <summary>One rose. Key: the rose's id.</summary>
[Alias("rig.transactions.rose-grain")]
public interface ITransactionalRoseGrain : IGrainWithStringKey
{
    /// <summary>Comes into the world.</summary>
    [Alias("Born"), Transaction(TransactionOption.Join)] Task Born(RoseState born);

    /// <summary>Unix milliseconds of its birth from this sender; 0 when there is no such rose.</summary>
    [Alias("BornAt"), Transaction(TransactionOption.Join)] Task<long> BornAt(ParticipantId sender);

    /// <summary>Takes it. With the latest hop, by which a repeat tells whether it counted.</summary>
    [Alias("Claim"), Transaction(TransactionOption.Create)] Task<(ClaimReceipt Receipt, Hop? Latest)> Claim(CommandId command, ClaimRose claim);
}

/// <inheritdoc cref="ITransactionalParticipant"/>
[Reentrant]
public sealed class TransactionalParticipant(
    [TransactionalState("participant", StockHosting.Storage)] ITransactionalState<TransactionalPerson> state,
    CampaignSettings settings, PeerLinks links, LetterWriter letters, EffectsAfter after, IGrainFactory grains) : Grain, ITransactionalParticipant
{
    /// <inheritdoc/>
    public Task Enter(ParticipantState newcomer) => state.PerformUpdate(kept => kept.Person = newcomer);

    /// <inheritdoc/>
    public async Task<SendReceipt> Send(CommandId command, SendRose send)
    {
        var moment = settings.At(settings.Clock.UtcNow);
        var (salt, me, dropped) = await state.PerformRead(kept => (kept.Person!.Salt, kept.Person.Id, kept.Person.Commands.MayHaveDropped(command)));
        var (letter, refused, field) = letters.Write(send.Words, send.Anonymous, salt, moment.Now);
        if (letter is null || !moment.Campaign.IsOpen(moment.Now))
        {
            return new(letter is null ? refused : Outcome.CampaignClosed, Field: field);
        }

        var id = links.Born(me, command);
        if (dropped && await grains.GetGrain<ITransactionalRoseGrain>(id.ToString()).BornAt(me) is > 0 and var at)
        {
            return links.Receipt(id, new(at, await state.PerformRead(kept => kept.Person!.Purse.Remaining), Held: false)); // its result was forgotten, but its rose remembers
        }

        Effect[] effects = [];
        var (outcome, result) = await state.PerformUpdate(kept =>
        {
            var sent = ParticipantRules.Send(kept.Person!, command, PeerLinks.ContentOf(send), id, letter, send.To, silenced: false, moment);
            effects = EffectsAfter.TakeFrom(kept.Person!); // not as a result: those are copied, and effects have no copier
            return sent;
        });
        if (effects.OfType<Birth>().SingleOrDefault() is { } birth)
        {
            await grains.GetGrain<ITransactionalRoseGrain>(id.ToString()).Born((RoseState)birth.State);
            after.Keep(command, effects);
        }

        return outcome == Outcome.Done ? links.Receipt(id, result) : new(outcome);
    }

    /// <inheritdoc/>
    public Task<StockCard> Card(ParticipantId other) => state.PerformRead(kept =>
        kept.Person is { } person ? new StockCard(person.IsOpen, person.Blocked?.Contains(other) == true, person.Units) : default);
}

/// <inheritdoc cref="ITransactionalRoseGrain"/>
[Reentrant, CollectionAgeLimit(Minutes = 2)]
public sealed class TransactionalRoseGrain(
    [TransactionalState("rose", StockHosting.Storage)] ITransactionalState<TransactionalRose> state,
    CampaignSettings settings, PeerLinks links, EffectsAfter after, IGrainFactory grains) : Grain, ITransactionalRoseGrain
{
    /// <inheritdoc/>
    public Task Born(RoseState born) => state.PerformUpdate(kept => kept.Rose ??= born);

    /// <inheritdoc/>
    public Task<long> BornAt(ParticipantId sender) => state.PerformRead(kept => kept.Rose?.Sender == sender ? kept.Rose.BornAt : 0);

    /// <inheritdoc/>
    public async Task<(ClaimReceipt Receipt, Hop? Latest)> Claim(CommandId command, ClaimRose claim)
    {
        var (exists, holder, offers, hops, counted, id) = await state.PerformRead(kept => kept.Rose is { } rose
            ? (true, rose.Holder, rose.Offers, rose.Hops, rose.Latest?.Counted ?? Counted.Unknown, rose.Id) : default);
        if (!exists)
        {
            return (new(Outcome.NotFound), null);
        }

        var taker = grains.GetGrain<ITransactionalParticipant>(claim.By.ToString()).Card(default);
        var giver = await grains.GetGrain<ITransactionalParticipant>(holder.ToString()).Card(claim.By);
        var facts = new ClaimFacts((await taker).Open, giver.Blocks, PeerLinks.Attribution(giver.Units), links.OfferOf(id, offers, claim.Secret), counted, hops);
        Effect[] effects = [];
        var (receipt, latest) = await state.PerformUpdate(kept =>
        {
            var taken = RoseRules.Claim(kept.Rose!, command, claim, facts, settings.At(settings.Clock.UtcNow));
            effects = EffectsAfter.TakeFrom(kept.Rose!);
            return (taken, kept.Rose!.Latest);
        });
        after.Keep(command, effects);
        return (receipt, latest);
    }
}
