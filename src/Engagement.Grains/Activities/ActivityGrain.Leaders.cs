using Engagement.Contracts;
using Engagement.Grains.Moderation;

namespace Engagement.Grains.Activities;

public sealed partial class ActivityGrain
{
    private const int MaxReason = 200;

    private static readonly AttendanceSheet NoSheet = new(false);

    /// <inheritdoc/>
    public async Task<BoardCode?> Board(ParticipantId leader, int shift, AttendanceSide side)
    {
        if (!Exists || !await Leads(leader))
        {
            await DurableAsync();
            return Exists ? null : Nothing<BoardCode?>(null);
        }

        var code = State.IsOpen || State.Stage == ActivityStage.Ended ? CodeOf(shift, side) : null;
        await DurableAsync();
        return code;
    }

    /// <inheritdoc/>
    public async Task<AttendanceSheet> Presence(ParticipantId person)
    {
        var sheet = Exists ? AttendanceRules.Sheet(State, attendance.At(Clock.UtcNow), person) : NoSheet;
        await DurableAsync();
        return Exists ? sheet : Nothing(sheet);
    }

    /// <inheritdoc/>
    public async Task<AttendanceSheet> Sheet(ParticipantId by)
    {
        var sheet = Exists && (await Leads(by) || await Reviews(by)) ? AttendanceRules.Sheet(State, attendance.At(Clock.UtcNow)) : NoSheet;
        await DurableAsync();
        return Exists ? sheet : Nothing(sheet);
    }

    /// <inheritdoc/>
    public async Task<AttendanceReceipt> Mark(ParticipantId leader, MarkPresence mark)
    {
        if (!Exists || mark.Method is not (AttendanceMethod.LeaderScan or AttendanceMethod.LeaderManual) || !Enum.IsDefined(mark.Side) || !await Leads(leader))
        {
            await DurableAsync();
            return Nowhere();
        }

        if (mark.WalkIn && mark.Volunteer != leader && await WalkIn(mark.Volunteer, mark.Shift, mark.Side) is { } no)
        {
            return no;
        }

        var receipt = Change(now => AttendanceRules.Attend(
            State, mark.Volunteer, mark.Shift, mark.Side, new(mark.Method, leader, now.ToUnixTimeMilliseconds()), attendance.At(now)));
        await CommitAsync();
        return receipt;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<AttendanceReceipt>> Sync(ParticipantId leader, OfflineList list)
    {
        if (!Exists || list.Entries.Count is 0 or > OfflineList.Most || list.Entries.Any(entry => !Enum.IsDefined(entry.Side)) || !await Leads(leader))
        {
            await DurableAsync();
            return Exists ? [] : Nothing<IReadOnlyList<AttendanceReceipt>>([]);
        }

        var receipts = Change(now => AttendanceRules.Sync(State, leader, list, attendance.At(now)));
        await CommitAsync();
        return receipts;
    }

    /// <inheritdoc/>
    public Task<Receipt> Confirm(CommandId command, ParticipantId by, ParticipantId volunteer, int shift, bool confirm) =>
        Allowed(() => Reviews(by), moment => AttendanceRules.Confirm(State, command, by, volunteer, shift, confirm, moment));

    /// <inheritdoc/>
    public Task<Receipt> Fix(CommandId command, ParticipantId by, FixPresence fix) => MessageText.Validate(fix.Reason, MaxReason) != MessageTextError.None
        ? Task.FromResult(new Receipt(Outcome.Invalid, "reason"))
        : Allowed(() => Leads(by), moment => AttendanceRules.Fix(State, command, by, fix, moment));

    /// <inheritdoc/>
    public Task<Receipt> Appoint(CommandId command, ParticipantId by, ParticipantId volunteer, bool leads) =>
        Allowed(() => Organises(by), moment => AttendanceRules.Appoint(State, command, by, volunteer, leads, moment));

    /// <inheritdoc/>
    public Task<Receipt> Settle(CommandId command, ParticipantId by) =>
        Allowed(() => Organises(by), moment => AttendanceRules.Settle(State, command, by, moment));

    /// <inheritdoc/>
    public async Task<SettledAttendance?> Settled(ParticipantId volunteer, int shift)
    {
        var settled = Exists ? AttendanceRules.Settled(State, volunteer, shift) : null;
        await DurableAsync();
        return Exists ? settled : Nothing(settled);
    }

    private async Task<Receipt> Allowed(Func<Task<bool>> may, Func<AttendanceMoment, Receipt> rule)
    {
        if (!Exists)
        {
            return Nothing(new Receipt(Outcome.NotFound));
        }

        if (!await may())
        {
            await DurableAsync();
            return new(Outcome.Forbidden);
        }

        var receipt = Change(now => rule(attendance.At(now)));
        await CommitAsync();
        return receipt;
    }

    private BoardCode? CodeOf(int shift, AttendanceSide side)
    {
        if (State.Shift(shift) is null || !Enum.IsDefined(side))
        {
            return null;
        }

        var window = codes.WindowOf(Clock.UtcNow);
        var (text, digits) = codes.Of(State.Id, shift, side, window);
        var there = State.SignUps.Where(entry => entry.Key.Shift == shift).Select(entry => entry.Value).ToArray();
        return new(text, digits, codes.Begin(window + 1), there.Count(signUp => signUp.In > 0), there.Count(signUp => signUp.Out > 0), there.Count(signUp => signUp.MayCome));
    }

    private AttendanceReceipt Nowhere() => Exists ? AttendanceReceipt.Of(AttendanceWord.NotFound) : Nothing(AttendanceReceipt.Of(AttendanceWord.NotFound));

    // A leader leads this activity; an organiser of its organisation leads all of its activities.
    private async Task<bool> Leads(ParticipantId by) => State.Leaders.Contains(by) || await Organises(by);

    private Task<bool> Organises(ParticipantId by) => Runs(by, State.Organisation);

    private async Task<bool> Reviews(ParticipantId by) => (await grains.Participant(by).Self()).Profile?.May(Role.HoursReviewer, State.Details.District) == true;
}
