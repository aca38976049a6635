using Engagement.Contracts;
using Engagement.Grains.Acts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Protection;

/// <inheritdoc cref="IProtectionLetterGrain"/>
/// <remarks>Not reentrant: a letter is signed once.</remarks>
[CollectionAgeLimit(Minutes = 2)]
internal sealed class ProtectionLetterGrain(
    [PersistentState(ProtectionState.Kind, LedgerStorage.Name)] IPersistentState<ProtectionState> letter,
    CampaignSettings settings, CellGrains grains, Cell cell, StoreConnection store, ActReader acts, LetterWording wording) : LedgerGrain<ProtectionState>(letter, settings.Clock), IProtectionLetterGrain
{
    private static readonly Receipt NoLetter = new(Outcome.NotFound);

    /// <inheritdoc/>
    public async Task<Receipt> Answer(CommandId command, string company, ParticipantId by, ProtectionRefusal refusal)
    {
        if (!Enum.IsDefined(refusal))
        {
            return new(Outcome.Invalid, "reason");
        }

        var wake = Exists && State.Company == company ? (await grains.Participant(State.Courier).AsGiver(by)).Wake : 0;
        return await Run(now => ProtectionRules.Answer(State, command, company, by, refusal, now, Clock.RealNow, settings.Control.FreezesCompany(company), wake));
    }

    /// <inheritdoc/>
    public Task<Receipt> Withdraw(CommandId command, ParticipantId by) => Run(now => ProtectionRules.Withdraw(State, command, by, now, Clock.RealNow));

    /// <inheritdoc/>
    public Task Forget() => Run(_ =>
    {
        ProtectionRules.Forget(State);
        return Outcome.Done;
    });

    /// <inheritdoc/>
    public async Task Due(string entry)
    {
        if (!CivicActId.TryParse(entry.Split(':')[1], out var id) || await store.Database.SortedSetScoreAsync(cell.Key(RoseEffects.Agenda), entry) is null
            || await acts.Read(id) is not { } act)
        {
            if (!Exists)
            {
                Nothing(true);
            }

            return; // a late sweeper: it was looked at before
        }

        var signed = act.Level >= EvidenceLevel.E2 && ProtectionRules.Wants(State) ? await wording.Write(act, Clock.UtcNow) : null;
        await RunOnceAsync(now => ProtectionRules.Look(State, act, signed, entry, now));
    }

    private async Task<Receipt> Run(Func<DateTimeOffset, Outcome> rule)
    {
        if (!Exists)
        {
            return Nothing(NoLetter);
        }

        var outcome = Change(rule);
        await CommitAsync();
        return new(outcome);
    }
}
