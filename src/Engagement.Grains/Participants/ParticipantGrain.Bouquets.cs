using System.Globalization;
using System.Security.Cryptography;
using Engagement.Contracts;
using Engagement.Grains.Bouquets;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Participants;

public sealed partial class ParticipantGrain
{
    /// <inheritdoc/>
    public async Task<BouquetSent> SendBouquet(CommandId command, SendBouquet send)
    {
        if (!Exists)
        {
            return Nothing(new BouquetSent(Outcome.SignInRequired));
        }

        var field = send.Roses < 1 || send.Roses > bouquets.Value.MaxRoses ? "roses"
            : send.Shares < 1 || send.Shares > send.Roses ? "shares"
            : !Enum.IsDefined(send.Split) ? "split"
            : send.Words.Preset is null ? "preset"
            : null;
        if (field is not null)
        {
            return new(Outcome.Invalid, Field: field);
        }

        var id = new BouquetId(keys.Born(State.Id.Value, command.Value, 0));
        var seed = keys.Seed(id.Value);
        BouquetSent Sent(long due) => new(Outcome.Done, id, keys.LinkSecret(id.Value, 1),
            Convert.ToHexStringLower(SHA256.HashData(seed)), DateTimeOffset.FromUnixTimeMilliseconds(due));
        async Task<BouquetSent?> Born() => await bouquetReader.Read(id) is { } born && born.Sender == State.Id ? Sent(born.Due) : null;
        if (State.IsOpen && State.Commands.MayHaveDropped(command) && await Born() is { } before)
        {
            await DurableAsync();
            return before;
        }

        try
        {
            var answer = Change(now =>
            {
                var moment = settings.At(now);
                var (letter, outcome, wrong) = letters.Write(send.Words, anonymous: false, State.Salt, now);
                if (letter is null)
                {
                    return new(outcome, Field: wrong);
                }

                if (moment.Stops(ControlField.Sending) is var stopped and not Outcome.Done)
                {
                    return new(stopped);
                }

                var bouquet = new BouquetState
                {
                    Id = id, Sender = State.Id, At = moment.Milliseconds, Roses = send.Roses, Shares = send.Shares, Split = send.Split,
                    Due = now.AddHours(bouquets.Value.Hours).ToUnixTimeMilliseconds(), Letter = letter, Seed = seed,
                };
                var (sent, due) = ParticipantRules.SendBouquet(State, command, ContentOf(send), bouquet, moment);
                return sent == Outcome.Done ? Sent(due) : new BouquetSent(sent);
            });
            await CommitAsync();
            return answer;
        }
        catch (LedgerException e) when (e.Failure == LedgerFailure.BirthExists)
        {
            // The command's result was forgotten, but its bouquet remembers (ledger.md 14).
            if (await Born() is { } earlier)
            {
                return earlier;
            }

            throw;
        }
    }

    private static ulong ContentOf(SendBouquet send) => Content.Of("bouquet", send.Roses.ToString(CultureInfo.InvariantCulture),
        send.Shares.ToString(CultureInfo.InvariantCulture), send.Split.ToString(), send.Words.Reason, send.Words.Preset);
}
