using System.Globalization;
using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;
using Orleans.Concurrency;

namespace Engagement.Grains.Volunteers;

/// <inheritdoc cref="IRealNameGrain"/>
[Reentrant, CollectionAgeLimit(Minutes = 2)]
public sealed class RealNameGrain(
    [PersistentState(RealNameState.Kind, LedgerStorage.Name)] IPersistentState<RealNameState> record,
    CampaignSettings settings, Cell cell, CellGrains grains) : LedgerGrain<RealNameState>(record, settings.Clock), IRealNameGrain
{
    private RealNameKey Id => RealNameKey.TryParse(cell.IdOf(this.GetPrimaryKeyString()), out var id) ? id : default;

    /// <inheritdoc/>
    public async Task<Outcome> Take(ParticipantId owner, RealNameKey name)
    {
        var outcome = Change(now => RealNameRules.Take(State, Id, owner, name, settings.At(now)));
        await CommitAsync();
        return outcome;
    }

    /// <inheritdoc/>
    public async Task<Outcome> Claim(CommandId command, ParticipantId claimant, RealNameKey name, long at)
    {
        var (owner, wake) = await Owner();
        return await Decided(Outcome.NotFound, moment => RealNameRules.Claim(State, command, claimant, name, at, owner == State.Owner ? wake : 0, moment));
    }

    /// <inheritdoc/>
    public Task<Outcome> Answer(CommandId command, ParticipantId owner, bool join) =>
        Decided(Outcome.NotFound, moment => RealNameRules.Answer(State, command, owner, join, moment));

    /// <inheritdoc/>
    public async Task<Receipt> Decide(CommandId command, ParticipantId by, bool join, string reason)
    {
        if (reason.Length is < 1 or > 200)
        {
            return new(Outcome.Invalid, "reason");
        }

        var (owner, wake) = await Owner();
        return await Decided(new Receipt(Outcome.NotFound), moment => RealNameRules.Decide(State, command, by, join, reason, owner == State.Owner ? wake : 0, moment));
    }

    /// <inheritdoc/>
    public async Task<RealNameCard> Card()
    {
        var card = new RealNameCard(State.Owner, State.Claimant, State.ClaimedAt, State.Proposed, State.Reason);
        await DurableAsync();
        return Exists ? card : Nothing(card);
    }

    /// <inheritdoc/>
    public async Task Due(string entry)
    {
        if (entry.Split(':') is [VolunteerEffects.FreeKind, _, var id, var at] && ParticipantId.TryParse(id, out var owner) && long.TryParse(at, CultureInfo.InvariantCulture, out var freedAt))
        {
            await RunOnceAsync(now => RealNameRules.Free(State, entry, owner, freedAt, settings.At(now)));
        }
    }

    // Whom a claim is made against, and when they can be told.
    private async Task<(ParticipantId Owner, long Wake)> Owner() =>
        State.Owner is { IsNone: false } owner ? (owner, (await grains.Participant(owner).AsGiver(default)).Wake) : default;

    private async Task<T> Decided<T>(T nothing, Func<Moment, T> turn)
    {
        if (!Exists)
        {
            return Nothing(nothing);
        }

        var answer = Change(now => turn(settings.At(now)));
        await CommitAsync();
        return answer;
    }
}
