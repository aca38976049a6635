using Engagement.Contracts;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Participants;

public sealed partial class ParticipantGrain
{
    /// <inheritdoc/>
    public async Task<SendReceipt> GiveToStation(CommandId command, StationId station, LetterWords words)
    {
        if (!Exists)
        {
            return Nothing(new SendReceipt(Outcome.SignInRequired));
        }

        if (words.Preset is null || words.Addressee is not null)
        {
            return new(Outcome.Invalid, Field: "preset"); // no stranger's own words reach a crew
        }

        var place = await grains.GetGrain<IStationGrain>(cell.GrainKey(station.ToString())).Show();
        var id = new RoseId(keys.Born(State.Id.Value, command.Value, 0));
        if (State.IsOpen && State.Commands.MayHaveDropped(command) && await Born(id) is { } before)
        {
            await DurableAsync();
            return before with { Secret = "" };
        }

        var content = Content.Of("station", station.ToString(), words.Reason, words.Preset);
        try
        {
            var receipt = Change(now => Decide(command, station, place, words, id, content, now));
            await CommitAsync();
            return receipt;
        }
        catch (LedgerException e) when (e.Failure == LedgerFailure.BirthExists)
        {
            // The command's result was forgotten, but its rose remembers (ledger.md 14).
            if (await Born(id) is { } earlier)
            {
                return earlier with { Secret = "" };
            }

            throw;
        }
    }

    private SendReceipt Decide(CommandId command, StationId station, StationView place, LetterWords words, RoseId id, ulong content, DateTimeOffset now)
    {
        var moment = settings.At(now);
        if (State.IsOpen && State.Commands.Seen(command, content, moment.Real) is { } seen)
        {
            return seen.Outcome == Outcome.Done ? new(Outcome.Done, id, Remaining: SendResult.Unpack(seen.Value).Remaining) : new(seen.Outcome);
        }

        var (letter, outcome, field) = letters.Write(words, anonymous: false, State.Salt, now);
        var refusal = letter is null ? outcome
            : moment.Stops(ControlField.Sending) is var stopped and not Outcome.Done ? stopped
            : !place.Exists ? Outcome.NotFound
            : !place.Open ? Outcome.SwitchedOff
            : Outcome.Done;
        if (refusal != Outcome.Done)
        {
            return new(refusal, Field: field);
        }

        var (sent, result) = ParticipantRules.GiveToStation(State, command, content, id, letter!, station, moment);
        return sent == Outcome.Done ? new(Outcome.Done, id, Remaining: result.Remaining) : new(sent);
    }
}
