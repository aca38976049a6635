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

        if (union is not null)
        {
            await Join(union);
        }

        return participant;
    }

    /// <inheritdoc/>
    public async Task<UnionOutcome> Join(string union)
    {
        var participant = State.Participant;
        if (participant.IsNone || State.Joined)
        {
            await DurableAsync();
            return State.Joined ? UnionOutcome.Joined : Exists ? UnionOutcome.NoAccount : Nothing(UnionOutcome.NoAccount);
        }

        // The mapping before the person who will have it forgotten: a unionid that turns out to be somebody else's must not be on their list.
        var owner = grains.GetGrain<IIdentityGrain>(cell.GrainKey(union));
        if (await owner.Adopt(participant) != participant)
        {
            return UnionOutcome.Taken;
        }

        if (!await grains.GetGrain<IParticipantGrain>(cell.GrainKey(participant.ToString())).LinkUnion(union))
        {
            await owner.Forget(); // the account was closed meanwhile
            return UnionOutcome.NoAccount;
        }

        var joined = Change(_ =>
        {
            if (State.Participant == participant && !State.Joined)
            {
                State.Joined = true;
                State.Touch();
            }

            return State.Participant == participant;
        });
        await CommitAsync();
        return joined ? UnionOutcome.Joined : UnionOutcome.NoAccount;
    }

    /// <inheritdoc/>
    public async Task<ParticipantId> Adopt(ParticipantId participant)
    {
        var owner = Change(_ =>
        {
            if (State.Participant.IsNone)
            {
                State.Participant = participant;
                State.Touch();
            }

            return State.Participant;
        });
        await CommitAsync();
        return owner;
    }

    /// <inheritdoc/>
    public async Task Forget()
    {
        Change(_ =>
        {
            if (!State.Participant.IsNone)
            {
                (State.Participant, State.Linked, State.Joined) = (default, false, false);
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
