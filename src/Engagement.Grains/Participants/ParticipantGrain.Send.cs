using Engagement.Contracts;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Participants;

public sealed partial class ParticipantGrain
{
    /// <inheritdoc/>
    public async Task<SendReceipt> Send(CommandId command, SendRose send)
    {
        if (!Exists)
        {
            return Nothing(new SendReceipt(Outcome.SignInRequired));
        }

        var (reach, silenced, wake) = await Reaches(send.To);
        var id = new RoseId(keys.Born(State.Id.Value, command.Value, 0));
        if (State.IsOpen && State.Commands.MayHaveDropped(command) && await Born(id) is { } before)
        {
            await DurableAsync();
            return before;
        }

        var content = Content.Of("send", send.Words.Reason, send.Words.Preset, send.Words.Text,
            send.Words.Addressee, send.To.ToString(), send.Anonymous ? "1" : "0");
        try
        {
            var receipt = Change(now => Decide(command, send, reach, silenced, wake, id, content, now));
            await CommitAsync();
            return receipt;
        }
        catch (LedgerException e) when (e.Failure == LedgerFailure.BirthExists)
        {
            // The command's result was forgotten, but its rose remembers (ledger.md 14).
            if (await Born(id) is { } earlier)
            {
                return earlier;
            }

            throw;
        }
    }

    // The answer to a command that was carried out, read from the rose it brought into the world.
    private async Task<SendReceipt?> Born(RoseId id)
    {
        var born = await roses.Read(id);
        return born?.Sender == State.Id ? Receipt(id, new(born.BornAt, State.Purse.Remaining, false)) : null;
    }

    private SendReceipt Decide(CommandId command, SendRose send, Outcome reach, bool silenced, long wake, RoseId id, ulong content, DateTimeOffset now)
    {
        var moment = settings.At(now);
        if (State.IsOpen && State.Commands.Seen(command, content, moment.Real) is { } seen)
        {
            return seen.Outcome == Outcome.Done ? Receipt(id, SendResult.Unpack(seen.Value)) : new(seen.Outcome);
        }

        var (letter, outcome, field) = letters.Write(send.Words, send.Anonymous, State.Salt, now, IsChecked);
        if (letter is null)
        {
            return new(outcome, Field: field);
        }

        if (moment.Stops(ControlField.Sending) is var stopped and not Outcome.Done)
        {
            return new(stopped);
        }

        if (reach != Outcome.Done)
        {
            return new(reach, Field: "to");
        }

        var (sent, result) = ParticipantRules.Send(State, command, content, id, letter, send.To, silenced, moment, wake);
        return sent == Outcome.Done ? Receipt(id, result) : new(sent);
    }

    private SendReceipt Receipt(RoseId id, SendResult result) => new(Outcome.Done, id, keys.LinkSecret(id.Value, 1),
        DateTimeOffset.FromUnixTimeMilliseconds(result.At).AddHours(settings.Roses.OfferHours), result.Remaining, result.Held);

    // Recipient controls are advisory: only what one record holds is a limit (ledger.md 16).
    private async Task<(Outcome Outcome, bool Silenced, long Wake)> Reaches(ParticipantId to)
    {
        if (to.IsNone || to == State.Id)
        {
            return (Outcome.Done, false, 0);
        }

        var card = await grains.GetGrain<IParticipantGrain>(cell.GrainKey(to.ToString())).AsAddressee(State.Id);
        return card switch
        {
            { Open: false } => (Outcome.Invalid, false, 0),
            { Blocks: true } => (Outcome.Done, true, 0),
            { Reach: Reach.Everyone } => (Outcome.Done, false, card.Wake),
            { Reach: Reach.MyOrganisation } when Shares(card.Units, State.Units) => (Outcome.Done, false, card.Wake),
            { Reach: Reach.PeopleIKnow } when await roses.KnowEachOther(State.Id, to) => (Outcome.Done, false, card.Wake),
            _ => (Outcome.Forbidden, false, 0),
        };
    }

    private static bool Shares(Units a, Units b) =>
        a.Organisation is not null && a.Organisation == b.Organisation || a.Company is not null && a.Company == b.Company;
}
