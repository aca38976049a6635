using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Storage;
using Engagement.Grains.Teams;
using Orleans.Concurrency;

namespace Engagement.Grains.Hours.MakeUps;

/// <inheritdoc cref="IMakeUpGrain"/>
[Reentrant, CollectionAgeLimit(Minutes = 5)]
public sealed class MakeUpGrain(
    [PersistentState(MakeUpState.Kind, LedgerStorage.Name)] IPersistentState<MakeUpState> makeUp,
    HourSettings settings, WorkingCalendar calendar, ShiftReader shifts, Organisations organisations, CellGrains grains, Cell cell, ICatalogue catalogue)
    : LedgerGrain<MakeUpState>(makeUp, settings.Clock), IMakeUpGrain
{
    private static readonly Receipt None = new(Outcome.NotFound);

    /// <inheritdoc/>
    public async Task<Receipt> Propose(CommandId command, ParticipantId by, ProposeMakeUp proposal)
    {
        if (!MakeUpId.TryParse(cell.IdOf(this.GetPrimaryKeyString()), out var id))
        {
            return Nothing(None);
        }

        var shift = await shifts.Read(proposal.Activity, proposal.Shift);
        var fault = MakeUpRules.Fault(proposal, shift, settings.At(Clock.UtcNow)) ?? (HourGuard.Refuses(shift!.ServiceClass, catalogue) ? "activity" : null);
        if (fault is null && !await grains.Participant(proposal.Volunteer).IsOpen())
        {
            fault = "volunteer";
        }

        if (fault is not null)
        {
            await DurableAsync();
            return new(Outcome.Invalid, fault);
        }

        if (!organisations.MayRun((await grains.Participant(by).Self()).Profile, shift!.Organisation))
        {
            await DurableAsync();
            return new(Outcome.Forbidden);
        }

        var receipt = Change(now => MakeUpRules.Propose(State, id, command, by, proposal, shift, organisations.IsFrozen(shift.Organisation), settings.At(now)));
        await CommitAsync();
        return receipt;
    }

    /// <inheritdoc/>
    public async Task<Receipt> Decide(CommandId command, ParticipantId by, bool approve)
    {
        if (!Exists || State.Shift is not { } shift)
        {
            return Nothing(None);
        }

        var profile = (await grains.Participant(by).Self()).Profile;
        var deadline = calendar.After(DateTimeOffset.FromUnixTimeMilliseconds(shift.End), settings.Options.EntryDays);
        var receipt = Change(now => MakeUpRules.Decide(
            State, command,
            new(by, organisations.MayRun(profile, shift.Organisation), profile?.May(Role.HoursReviewer, shift.District ?? "") == true, now < deadline),
            approve, settings.At(now)));
        await CommitAsync();
        return receipt;
    }

    /// <inheritdoc/>
    public async Task<Receipt> Answer(CommandId command, ParticipantId by, MakeUpAnswer answer)
    {
        if (!Exists)
        {
            return Nothing(None);
        }

        var receipt = Change(now => MakeUpRules.Answer(State, command, by, answer, settings.At(now)));
        await CommitAsync();
        return receipt;
    }

    /// <inheritdoc/>
    public async Task<AgreedMakeUp?> Agreed(ParticipantId volunteer)
    {
        var agreed = MakeUpRules.Agreed(State, volunteer);
        await TrueAsync();
        return Exists ? agreed : Nothing(agreed);
    }

    /// <inheritdoc/>
    public async Task Due(string entry)
    {
        if (!Exists)
        {
            Nothing(true);
            return;
        }

        await RunOnceAsync(now => MakeUpRules.Expire(State, entry, settings.At(now)));
    }
}
