using Engagement.Contracts;
using Engagement.Grains.Storage;
using Orleans.Concurrency;

namespace Engagement.Grains.Activities;

/// <inheritdoc cref="IActivityGrain"/>
[Reentrant, CollectionAgeLimit(Minutes = 10)]
public sealed partial class ActivityGrain(
    [PersistentState(ActivityState.Kind, LedgerStorage.Name)] IPersistentState<ActivityState> activity,
    ActivitySettings settings, AttendanceSettings attendance, AttendanceCodes codes, CellGrains grains) : LedgerGrain<ActivityState>(activity, settings.Clock), IActivityGrain
{
    /// <inheritdoc/>
    public Task<ActivityReceipt> Write(CommandId command, ParticipantId by, string organisation, ActivityDraft draft) => throw new NotSupportedException();

    /// <inheritdoc/>
    public Task<ActivityReceipt> Submit(CommandId command, ParticipantId by) => throw new NotSupportedException();

    /// <inheritdoc/>
    public Task<Receipt> Decide(CommandId command, ParticipantId by, bool publish, string? reason) => throw new NotSupportedException();

    /// <inheritdoc/>
    public Task<Receipt> Cancel(CommandId command, ParticipantId by, string? reason) => throw new NotSupportedException();

    /// <inheritdoc/>
    public Task<Receipt> Extend(CommandId command, ParticipantId by, int shift, int minutes) => throw new NotSupportedException();

    /// <inheritdoc/>
    public Task<Receipt> Insure(CommandId command, ParticipantId by, string policy) => throw new NotSupportedException();

    /// <inheritdoc/>
    public Task Due(string entry) => DueAttendance(entry);
}
