using Engagement.Contracts;
using Engagement.Grains.Acts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Moderation;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Records;

/// <inheritdoc cref="ICivicRecordGrain"/>
/// <remarks>Not reentrant: a person's own page, a command at a time.</remarks>
[CollectionAgeLimit(Minutes = 2)]
public sealed class CivicRecordGrain(
    [PersistentState(CivicRecordState.Kind, LedgerStorage.Name)] IPersistentState<CivicRecordState> record,
    CampaignSettings settings, Cell cell, CellGrains grains, CellKeys keys, ActReader acts) : LedgerGrain<CivicRecordState>(record, settings.Clock), ICivicRecordGrain
{
    private const int MaxText = 200;
    private const int MaxHours = 720;
    private const int BornShare = 0x736861; // what else a person's command makes is born of other numbers

    private static readonly Receipt NoAccount = new(Outcome.SignInRequired);

    private ParticipantId Person => ParticipantId.TryParse(cell.IdOf(this.GetPrimaryKeyString()), out var person)
        ? person : throw new ArgumentException("The grain key names no person.");

    /// <inheritdoc/>
    public async Task<Receipt> Consent(CommandId command, bool agree) => await Salt() is null
        ? NoAccount
        : await Act(now => RecordRules.Consent(State, command, agree, now, Clock.RealNow));

    /// <inheritdoc/>
    public async Task<Receipt> Remove(CommandId command, CivicActId act) => !await IsOwn(act)
        ? await Refused(Outcome.NotFound)
        : await Act(now => RecordRules.Remove(State, command, act, now, Clock.RealNow));

    /// <inheritdoc/>
    public async Task<RecordShared> Share(CommandId command, int hours)
    {
        if (hours is < 1 or > MaxHours)
        {
            return new((await Refused(Outcome.Invalid, "hours")).Outcome);
        }

        var id = keys.Born(Person.Value, command.Value, BornShare);
        var receipt = await Act(now => RecordRules.Share(State, command, id, hours, now, Clock.RealNow));
        return receipt.Outcome != Outcome.Done ? new(receipt.Outcome)
            : State.Shares?.Find(share => share.Id == id) is { } made ? new(Outcome.Done, id, keys.LinkSecret(id, made.Number), DateTimeOffset.FromUnixTimeMilliseconds(made.Until))
            : new(Outcome.Expired);
    }

    /// <inheritdoc/>
    public Task<Receipt> EndShare(CommandId command, int share) => Act(now => RecordRules.EndShare(State, command, share, now, Clock.RealNow));

    /// <inheritdoc/>
    public async Task<Receipt> Ask(CommandId command, RecordCorrection correction)
    {
        var note = correction.Note?.Trim() is { Length: > 0 } said ? said : null;
        if (correction.Fault == RecordFault.None || !Enum.IsDefined(correction.Fault))
        {
            return await Refused(Outcome.Invalid, "fault");
        }

        if (note is not null && !IsText(note))
        {
            return await Refused(Outcome.Invalid, "note");
        }

        if (!await IsOwn(correction.Act))
        {
            return await Refused(Outcome.NotFound);
        }

        if (await Salt() is not { } salt)
        {
            return NoAccount;
        }

        var box = note is null ? null : keys.Seal(note, salt);
        var content = Content.Of("ask", correction.Act.ToString(), correction.Fault.ToString(), note);
        return await Act(now => RecordRules.Ask(State, command, content, correction, box, now, Clock.RealNow));
    }

    /// <inheritdoc/>
    public async Task<Receipt> Answer(CommandId command, ParticipantId by, int request, bool corrected, string reason)
    {
        if (!IsText(reason.Trim()))
        {
            return await Refused(Outcome.Invalid, "reason");
        }

        var wake = (await grains.Participant(Person).AsGiver(by)).Wake;
        return await Act(now => RecordRules.Answer(State, command, by, request, corrected, reason.Trim(), now, Clock.RealNow, wake));
    }

    /// <inheritdoc/>
    public async Task Forget()
    {
        if (!Exists)
        {
            Nothing(true);
            return;
        }

        Change(_ =>
        {
            RecordRules.Forget(State);
            return true;
        });
        await CommitAsync();
    }

    private async Task<Receipt> Act(Func<DateTimeOffset, Outcome> rule)
    {
        var outcome = Change(now =>
        {
            State.Id = Person;
            return rule(now);
        });
        await CommitAsync();
        return Exists ? new(outcome) : Nothing(new Receipt(outcome));
    }

    private async Task<Receipt> Refused(Outcome outcome, string? field = null)
    {
        await TrueAsync();
        return Exists ? new(outcome, field) : Nothing(new Receipt(outcome, field));
    }

    private async Task<byte[]?> Salt() => (await grains.Participant(Person).Writer()).Salt;

    private async Task<bool> IsOwn(CivicActId act) => await acts.Read(act) is { } found && found.Courier == Person;

    private static bool IsText(string text) => MessageText.Validate(text, MaxText) == MessageTextError.None;
}
