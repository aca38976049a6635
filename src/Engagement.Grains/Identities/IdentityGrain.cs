using System.Security.Cryptography;
using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Participants;
using Engagement.Grains.Storage;
using Orleans.Concurrency;

namespace Engagement.Grains.Identities;

/// <inheritdoc cref="IIdentityGrain"/>
[Reentrant, CollectionAgeLimit(Minutes = 2)]
public sealed class IdentityGrain(
    [PersistentState(IdentityState.Kind, LedgerStorage.Name)] IPersistentState<IdentityState> identity,
    CampaignSettings settings, Cell cell, IGrainFactory grains) : LedgerGrain<IdentityState>(identity, settings.Clock), IIdentityGrain
{
    /// <inheritdoc/>
    public async Task<ParticipantId> Find()
    {
        var participant = State.Participant;
        await DurableAsync();
        return Exists ? participant : Nothing(participant);
    }

    /// <inheritdoc/>
    public async Task<ParticipantId> Enter(int consentVersion, string? union, bool isOperator)
    {
        var joined = union is null || !State.Participant.IsNone
            ? default
            : await grains.GetGrain<IIdentityGrain>(cell.GrainKey(union)).Enter(consentVersion, null, isOperator);
        var fresh = new ParticipantId(OpaqueId.Random()); // gathered before the turn, like every random value
        var salt = RandomNumberGenerator.GetBytes(16);
        var participant = Change(now => Enter(joined, fresh, salt, consentVersion, isOperator, now));
        await CommitAsync();
        if (!State.Linked && await grains.GetGrain<IParticipantGrain>(cell.GrainKey(participant.ToString())).Link(cell.IdOf(this.GetPrimaryKeyString())))
        {
            Change(_ =>
            {
                State.Linked = true;
                State.Touch();
                return true;
            });
            await CommitAsync();
        }

        return participant;
    }

    /// <inheritdoc/>
    public async Task Forget()
    {
        Change(_ =>
        {
            if (!State.Participant.IsNone)
            {
                (State.Participant, State.Linked) = (default, false);
                State.Touch();
            }

            return true;
        });
        await CommitAsync();
    }

    private ParticipantId Enter(ParticipantId joined, ParticipantId fresh, byte[] salt, int consentVersion, bool isOperator, DateTimeOffset now)
    {
        if (!State.Participant.IsNone)
        {
            return State.Participant;
        }

        if (!joined.IsNone)
        {
            State.Participant = joined;
            State.Touch();
            return joined;
        }

        var person = new ParticipantState
        {
            Id = fresh, Since = now.ToUnixTimeMilliseconds(), ConsentVersion = consentVersion, Operator = isOperator,
            Identities = [cell.IdOf(this.GetPrimaryKeyString())], Salt = salt,
        };
        (State.Participant, State.Linked) = (fresh, true);
        State.Follow([new Birth(ParticipantState.Kind, fresh.ToString(), person), .. person.Derived()]);
        return fresh;
    }
}
