using Engagement.Contracts;

namespace Engagement.Grains.Activities;

public sealed partial class ActivityGrain
{
    private readonly WrongCodes _wrong = new(attendance.Options.WrongCodes);

    /// <inheritdoc/>
    public async Task<AttendanceReceipt> Attend(ParticipantId by, Attend attend)
    {
        if (!Exists)
        {
            return Nothing(AttendanceReceipt.Of(AttendanceWord.NotFound));
        }

        if (attend.WalkIn && Proven(by, attend, Clock.UtcNow).Word is null && await WalkIn(by, attend.Shift, attend.Side) is { } no)
        {
            return no;
        }

        var receipt = Change(now => AttendanceRules.Early(State, by, attend.Shift, attend.Side) ?? Attested(by, attend, now));
        await CommitAsync();
        return receipt;
    }

    /// <inheritdoc/>
    public async Task<BoardSeen> Seen(int shift, AttendanceSide side, string code)
    {
        var now = Clock.UtcNow;
        var outcome = Exists && State.Shift(shift) is not null && Enum.IsDefined(side) ? codes.Read(State.Id, shift, side, code, now) : Outcome.NotFound;
        var seen = new BoardSeen(outcome, outcome == Outcome.Done ? new(State.Id, shift, side, now.ToUnixTimeMilliseconds()) : null);
        await DurableAsync();
        return Exists ? seen : Nothing(seen);
    }

    // Whatever the code is worth decides: nothing was gathered, so what it stands on can't have changed since.
    private AttendanceReceipt Attested(ParticipantId by, Attend attend, DateTimeOffset now)
    {
        var (word, at) = Proven(by, attend, now);
        if (word == AttendanceWord.CodeWrong)
        {
            _wrong.Count(by, now.ToUnixTimeMilliseconds());
        }

        return word is { } wrong
            ? AttendanceReceipt.Of(wrong, attend.Shift)
            : AttendanceRules.Attend(State, by, attend.Shift, attend.Side, new(AttendanceMethod.RotatingCode, default, at), attendance.At(now));
    }

    // Null and the instant of the proof; else what is wrong with it.
    private (AttendanceWord? Word, long At) Proven(ParticipantId by, Attend attend, DateTimeOffset now)
    {
        var at = now.ToUnixTimeMilliseconds();
        if (attend.Pass is { } pass)
        {
            return pass.Activity != State.Id || pass.Shift != attend.Shift || pass.Side != attend.Side ? (AttendanceWord.CodeWrong, at)
                : at - pass.SeenAt > attendance.Options.PassMinutes * 60_000L ? (AttendanceWord.CodeOver, at)
                : (null, pass.SeenAt);
        }

        return _wrong.IsFull(by, at) ? (AttendanceWord.TooManyCodes, at) : codes.Read(State.Id, attend.Shift, attend.Side, attend.Code, now) switch
        {
            Outcome.Done => (null, at),
            Outcome.Expired => (AttendanceWord.CodeOver, at),
            _ => (AttendanceWord.CodeWrong, at),
        };
    }

    // Signs up on the spot, with the same gates as in advance; null when there is nothing to do, or it is done.
    private async Task<AttendanceReceipt?> WalkIn(ParticipantId who, int shift, AttendanceSide side)
    {
        if (side != AttendanceSide.In || AttendanceRules.Early(State, who, shift, side) is not null || State.SignUpOf(who, shift) is { MayCome: true })
        {
            return null;
        }

        var receipt = await SignUpOnTheSpot(who, shift);
        return receipt.State == SignUpState.Confirmed ? null : AttendanceReceipt.Of(AttendanceWord.NoRoom, shift);
    }

    // Steps of the agenda that are attendance's.
    private async Task DueAttendance(string entry)
    {
        if (entry.Split(':')[2] != AttendanceEffects.RecordStep)
        {
            await RunOnceAsync(now => AttendanceRules.CarryOn(State, entry, attendance.At(now)));
            return;
        }

        var asked = AttendanceRules.IsReminding(State, attendance.At(Clock.UtcNow));
        var staff = asked ? await WhoIsReminded() : DutyStaff.Nobody;
        await RunOnceAsync(now =>
        {
            // What became due only now is told by the next sweep, to people who were asked for.
            if (asked || !AttendanceRules.IsReminding(State, attendance.At(now)))
            {
                AttendanceRules.Remind(State, staff, attendance.At(now));
            }
        });
    }

    private async Task<DutyStaff> WhoIsReminded()
    {
        var (organisers, supervisors) = await duty.Of(State);
        return new(await Task.WhenAll(organisers.Select(Reminded)), await Task.WhenAll(supervisors.Select(Reminded)));
    }

    private async Task<DutyPerson> Reminded(ParticipantId person) => new(person, (await grains.Participant(person).AsGiver(default)).Wake);
}
