using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Participants;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;

namespace Engagement.Rig.Serve.Stock;

/// <inheritdoc cref="IStockParticipant"/>
public sealed class StockParticipantGrain(
    [PersistentState(ParticipantState.Kind, StockHosting.Storage)] IPersistentState<ParticipantState> person,
    CampaignSettings settings, PeerLinks links, LetterWriter letters, BoardUpdates boards, IGrainFactory grains) : Grain, IStockParticipant
{
    /// <inheritdoc/>
    public async Task Enter(ParticipantState newcomer)
    {
        newcomer.Follow([.. newcomer.Derived()]);
        person.State = newcomer;
        await Write();
    }

    /// <inheritdoc/>
    public async Task<SendReceipt> Send(CommandId command, SendRose send)
    {
        var moment = settings.At(settings.Clock.UtcNow);
        var (letter, refused, field) = letters.Write(send.Words, send.Anonymous, person.State.Salt, moment.Now);
        if (letter is null || !moment.Campaign.IsOpen(moment.Now))
        {
            return new(letter is null ? refused : Outcome.CampaignClosed, Field: field);
        }

        var id = links.Born(person.State.Id, command);
        if (person.State.Commands.MayHaveDropped(command) && await grains.GetGrain<IStockRose>(id.ToString()).BornAt(person.State.Id) is > 0 and var at)
        {
            return links.Receipt(id, new(at, person.State.Purse.Remaining, Held: false)); // its result was forgotten, but its rose remembers
        }

        var (outcome, result) = ParticipantRules.Send(
            person.State, command, PeerLinks.ContentOf(send), id, letter, send.To, silenced: false, moment);
        if (outcome != Outcome.Done)
        {
            return new(outcome);
        }

        // A repeated command changed nothing and has no birth. The rose comes first: a crash between the two leaves a
        // rose that the retry meets, not a debit without a rose.
        if (person.State.Effects.OfType<Birth>().SingleOrDefault() is { } birth)
        {
            try
            {
                await grains.GetGrain<IStockRose>(id.ToString()).Born((RoseState)birth.State);
                await Write();
            }
            catch
            {
                DeactivateOnIdle(); // memory is ahead of the store
                throw;
            }
        }

        return links.Receipt(id, result);
    }

    /// <inheritdoc/>
    public Task<StockCard> Card(ParticipantId other) =>
        Task.FromResult(new StockCard(person.State.IsOpen, person.State.Blocked?.Contains(other) == true, person.State.Units));

    private async Task Write()
    {
        await person.WriteStateAsync();
        var effects = person.State.Effects.ToArray();
        person.State.Settle(effects.Length);
        person.State.MarkWriting();
        await boards.Apply(effects);
    }
}
