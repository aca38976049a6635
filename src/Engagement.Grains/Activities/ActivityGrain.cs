using System.Security.Cryptography;
using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Moderation;
using Engagement.Grains.Storage;
using Engagement.Grains.Teams;
using Orleans.Concurrency;

namespace Engagement.Grains.Activities;

/// <inheritdoc cref="IActivityGrain"/>
[Reentrant, CollectionAgeLimit(Minutes = 10)]
public sealed partial class ActivityGrain(
    [PersistentState(ActivityState.Kind, LedgerStorage.Name)] IPersistentState<ActivityState> activity,
    ActivitySettings settings, Cell cell, CellKeys keys, CellGrains grains, ICatalogue catalogue, Organisations organisations, IMessageModerator moderator,
    AttendanceSettings attendance, AttendanceCodes codes, DutyPeople duty) : LedgerGrain<ActivityState>(activity, settings.Clock), IActivityGrain
{
    /// <inheritdoc/>
    public async Task<ActivityReceipt> Write(CommandId command, ParticipantId by, string organisation, ActivityDraft draft)
    {
        var faults = ActivityInput.Faults(draft, catalogue);
        if (faults.Count > 0 || await organisations.LevelOf(organisation) is null || !ActivityId.TryParse(cell.IdOf(this.GetPrimaryKeyString()), out var id))
        {
            return await Settled(new(Outcome.Invalid, faults.Count > 0 ? faults : ["organisation"]));
        }

        if (!await Runs(by, organisation))
        {
            return await Settled(new(Outcome.Forbidden));
        }

        var refused = ActivityInput.Refused(draft, moderator, read: !State.IsOpen);
        if (refused.Count > 0)
        {
            return await Settled(new(Outcome.TextRefused, refused));
        }

        var salt = RandomNumberGenerator.GetBytes(16); // gathered before the turn, like every random value
        var sealing = new Sealing(draft.Private.Length == 0 ? null : keys.Seal(draft.Private, salt), salt, draft.Private != PrivateDetails.Open(State, keys));
        var receipt = Change(now => ActivityRules.Write(State, id, command, by, organisation, draft, sealing, settings.At(now)));
        await CommitAsync();
        return receipt;
    }

    /// <inheritdoc/>
    public Task<ActivityReceipt> Submit(CommandId command, ParticipantId by) =>
        Organised(by, moment => ActivityRules.Submit(State, command, by, organisations.IsFrozen(State.Organisation), moment));

    /// <inheritdoc/>
    public Task<Receipt> Decide(CommandId command, ParticipantId by, bool publish, string? reason) =>
        Staffed(by, reviewers: true, moment => publish || ActivityInput.IsReason(reason, moderator)
            ? ActivityRules.Decide(State, command, by, publish, reason, organisations.IsFrozen(State.Organisation), moment)
            : new(Outcome.Invalid, ["reason"]));

    /// <inheritdoc/>
    public async Task<Receipt> Cancel(CommandId command, ParticipantId by, string? reason)
    {
        ActivityReceipt Turn(ActivityMoment moment) => ActivityInput.IsReason(reason, moderator)
            ? ActivityRules.Cancel(State, command, by, reason!, moment)
            : new(Outcome.Invalid, ["reason"]);
        var receipt = await Staffed(by, reviewers: false, Turn);
        return receipt.Outcome == Outcome.Forbidden ? await Staffed(by, reviewers: true, Turn) : receipt;
    }

    /// <inheritdoc/>
    public Task<Receipt> Extend(CommandId command, ParticipantId by, int shift, int minutes) =>
        Staffed(by, reviewers: false, moment => ActivityRules.Extend(State, command, shift, minutes, moment));

    /// <inheritdoc/>
    public Task<Receipt> Insure(CommandId command, ParticipantId by, string policy) =>
        Staffed(by, reviewers: false, moment => MessageText.Validate(policy, ActivityInput.LongestPolicy) == MessageTextError.None
            ? ActivityRules.Insure(State, command, by, policy, moment)
            : new(Outcome.Invalid, ["policy"]));

    private Task<ActivityReceipt> Organised(ParticipantId by, Func<ActivityMoment, ActivityReceipt> rule) => Staff(by, reviewers: false, rule);

    private async Task<Receipt> Staffed(ParticipantId by, bool reviewers, Func<ActivityMoment, ActivityReceipt> rule)
    {
        var receipt = await Staff(by, reviewers, rule);
        return new(receipt.Outcome, receipt.Fields?.FirstOrDefault());
    }

    // Commands of organisers, or of reviewers of the district.
    private async Task<ActivityReceipt> Staff(ParticipantId by, bool reviewers, Func<ActivityMoment, ActivityReceipt> rule)
    {
        if (!Exists)
        {
            return Nothing(new ActivityReceipt(Outcome.NotFound));
        }

        var may = reviewers ? await Reviews(by) : await Organises(by);
        var receipt = may ? Change(now => rule(settings.At(now))) : new(Outcome.Forbidden);
        await CommitAsync();
        return receipt;
    }

    private async Task<bool> Runs(ParticipantId by, string organisation) => organisations.MayRun((await grains.Participant(by).Self()).Profile, organisation);

    private async Task<ActivityReceipt> Settled(ActivityReceipt refusal)
    {
        await DurableAsync();
        return Exists ? refusal : Nothing(refusal);
    }
}
