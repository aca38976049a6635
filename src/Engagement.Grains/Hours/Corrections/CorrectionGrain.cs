using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Moderation;
using Engagement.Grains.Storage;
using Engagement.Grains.Teams;
using Orleans.Concurrency;

namespace Engagement.Grains.Hours.Corrections;

/// <inheritdoc cref="ICorrectionGrain"/>
[Reentrant, CollectionAgeLimit(Minutes = 5)]
public sealed class CorrectionGrain(
    [PersistentState(HourCorrectionState.Kind, LedgerStorage.Name)] IPersistentState<HourCorrectionState> correction,
    HourSettings settings, WorkingCalendar calendar, HourReader hours, ShiftReader shifts, CorrectionReader corrections, Organisations organisations, CellGrains grains, Cell cell, CellKeys keys)
    : LedgerGrain<HourCorrectionState>(correction, settings.Clock), ICorrectionGrain
{
    // Of one volunteer at a time; a thousand requests help nobody who has to check them.
    private const int MostOpen = 20;

    private static readonly Receipt None = new(Outcome.NotFound);

    /// <inheritdoc/>
    public async Task<Receipt> Ask(CommandId command, ParticipantId by, AskCorrection ask)
    {
        if (!CorrectionId.TryParse(cell.IdOf(this.GetPrimaryKeyString()), out var id))
        {
            return Nothing(None);
        }

        var field = !Enum.IsDefined(ask.Fault) || ask.Fault == CorrectionFault.None ? "fault"
            : ask.Note is { } note && MessageText.Validate(note) != MessageTextError.None ? "note" : null;
        var about = field is null ? await Subject(by, ask) : null;
        if (about is not { } subject)
        {
            await DurableAsync();
            return new(Outcome.Invalid, field ?? (ask.Entry.IsNone ? "activity" : "entry"));
        }

        if ((await corrections.Of(by, 0, MostOpen)).Count(request => request.IsWaiting) >= MostOpen)
        {
            await DurableAsync();
            return new(Outcome.DailyLimit);
        }

        if ((await grains.Participant(by).Writer()).Salt is not { Length: > 0 } salt)
        {
            await DurableAsync();
            return new(Outcome.SignInRequired);
        }

        var box = ask.Note is null ? null : keys.Seal(ask.Note, salt);
        var receipt = Change(now => CorrectionRules.Ask(
            State, id, command, by, ask, subject, box, calendar.AfterWeekdays(now, settings.Options.CorrectionDays).ToUnixTimeMilliseconds(), settings.At(now)));
        await CommitAsync();
        return receipt;
    }

    /// <inheritdoc/>
    public async Task<Receipt> Decide(CommandId command, ParticipantId by, DecideCorrection decision)
    {
        if (!Exists)
        {
            return Nothing(None);
        }

        if (await Fault(decision) is { } field)
        {
            await DurableAsync();
            return new(Outcome.Invalid, field);
        }

        var profile = (await grains.Participant(by).Self()).Profile;
        var receipt = Change(now => CorrectionRules.Decide(
            State, command, by, organisations.MayRun(profile, State.Organisation), profile?.May(Role.HoursReviewer, State.District ?? "") == true, decision, settings.At(now)));
        await CommitAsync();
        return receipt;
    }

    /// <inheritdoc/>
    public async Task<Receipt> Escalate(CommandId command, ParticipantId by)
    {
        if (!Exists)
        {
            return Nothing(None);
        }

        var receipt = Change(now => CorrectionRules.Escalate(State, command, by, settings.At(now)));
        await CommitAsync();
        return receipt;
    }

    /// <inheritdoc/>
    public async Task<DecidedOffset?> Fix(ParticipantId volunteer)
    {
        var fix = State is { Stage: CorrectionStage.Fixed, Decision: { } decision } && State.Volunteer == volunteer
            ? new DecidedOffset(State.DecidedBy, new(State.Entry, decision.Minutes, decision.Reason)) : null;
        await TrueAsync();
        return Exists ? fix : Nothing(fix);
    }

    /// <inheritdoc/>
    public async Task Erase()
    {
        if (!Exists)
        {
            Nothing(true);
            return;
        }

        Change(_ =>
        {
            CorrectionRules.Erase(State);
            return true;
        });
        await CommitAsync();
    }

    /// <inheritdoc/>
    public async Task Due(string entry)
    {
        if (!Exists)
        {
            Nothing(true);
            return;
        }

        await RunOnceAsync(now => CorrectionRules.Late(State, entry, settings.At(now)));
    }

    private async Task<CorrectionSubject?> Subject(ParticipantId by, AskCorrection ask)
    {
        if (!ask.Entry.IsNone)
        {
            return await hours.Read(ask.Entry) is { } entry && entry.Volunteer == by && entry.Offsets.IsNone && ask.Fault != CorrectionFault.Missing
                ? new(entry.Organisation, entry.District, entry.Title, entry.Activity) : null;
        }

        return ask.Fault == CorrectionFault.Missing && await shifts.Read(ask.Activity) is { } shift
            ? new(shift.Organisation, shift.District, shift.Title, ask.Activity) : null;
    }

    // Only an entry can be offset, and only within what it counted; the volunteer's own grain looks again.
    private async Task<string?> Fault(DecideCorrection decision)
    {
        if (decision.Stage != CorrectionStage.Fixed)
        {
            return decision.Stage is CorrectionStage.MakeUp or CorrectionStage.Refused ? null : "verdict";
        }

        if (State.Entry.IsNone || await hours.Read(State.Entry) is not { } entry)
        {
            return "verdict";
        }

        if (!Enum.IsDefined(decision.Reason) || decision.Reason == HourReason.None)
        {
            return "reason";
        }

        var line = new HourBook(await hours.Between(State.Volunteer, entry.From, entry.From)).Of(State.Entry);
        return line is null || decision.Minutes == 0 || line.Net + decision.Minutes < 0 || line.Net + decision.Minutes > line.Full ? "minutes" : null;
    }
}
