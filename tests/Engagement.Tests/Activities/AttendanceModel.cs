using Engagement.Contracts;
using Engagement.Grains.Activities;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Storage;
using Engagement.Tests.Roses;
using Microsoft.Extensions.Options;

namespace Engagement.Tests.Activities;

/// <summary>
/// One day of one activity, pure: shifts from 9 to 12, 11 to 14 and 14 to 17, five people of whom the first two lead and the last did not sign up.
/// </summary>
internal sealed class AttendanceModel
{
    public static readonly DateTimeOffset Nine = new(2026, 3, 4, 9, 0, 0, ShanghaiDay.Offset);

    private static readonly AttendanceOptions Limits = new() { SettleBatch = 3 };
    private static readonly WorkingCalendar Days = new(Microsoft.Extensions.Options.Options.Create(new CalendarOptions()));

    private readonly Dictionary<string, int> _messages = [];
    private int _commands, _counter;
    private string? _frozen;

    public AttendanceModel(params (double From, double To)[] shifts)
    {
        (double From, double To)[] hours = shifts.Length > 0 ? shifts : [(9, 12), (11, 14), (14, 17)];
        Activity = new() { Id = new(new Guid(77, 0, 0, new byte[8])), Organisation = "org-river", Stage = ActivityStage.Published, CreatedAt = 1, PublishedAt = 1 };
        for (var number = 1; number <= hours.Length; number++)
        {
            Activity.Shifts.Add(new() { Number = number, Start = At(hours[number - 1].From), End = At(hours[number - 1].To), Places = 10, Taken = 4 });
            for (var who = 0; who < 4; who++)
            {
                Activity.SignUps.Add(new(Person(who), number), new() { Number = ++Activity.Numbered, State = SignUpState.Confirmed, Since = 1, At = 1 });
            }
        }

        Activity.Leaders.AddRange([Person(0), Person(1)]);
        Activity.Follow([new Birth(ActivityState.Kind, "", Activity), .. Activity.Derived()]);
        Ledger.Commit(Activity);
    }

    public ActivityState Activity { get; }

    public LedgerModel Ledger { get; } = new();

    public DateTimeOffset Now { get; set; } = Nine.AddHours(-1);

    public AttendanceMoment Moment => new(new(Now, Now, new()), Limits, Days);

    public static ParticipantId Person(int who) => new(new Guid(who + 1, 0, 0, new byte[8]));

    /// <summary>Unix milliseconds of an hour of the day.</summary>
    public static long At(double hour) => Nine.AddHours(hour - 9).ToUnixTimeMilliseconds();

    /// <summary>It is this hour now, and the agenda has done what was due until then.</summary>
    public AttendanceModel Until(double hour)
    {
        Now = Nine.AddHours(hour - 9);
        SignUpRules.Step(Activity, new(Now, Now, new()));
        Commit();
        return this;
    }

    /// <summary>Somebody scans the board.</summary>
    public AttendanceReceipt Scan(int who, int shift, AttendanceSide side) => Attend(who, shift, side, new(AttendanceMethod.RotatingCode, default, Now.ToUnixTimeMilliseconds()));

    /// <summary>A leader ticks somebody off.</summary>
    public AttendanceReceipt Tick(int leader, int who, int shift, AttendanceSide side) =>
        Attend(who, shift, side, new(AttendanceMethod.LeaderManual, Person(leader), Now.ToUnixTimeMilliseconds()));

    /// <summary>A leader's list arrives.</summary>
    public IReadOnlyList<AttendanceReceipt> Sync(int leader, long sentAt, params OfflineEntry[] entries)
    {
        var receipts = AttendanceRules.Sync(Activity, Person(leader), new(sentAt, entries), Moment);
        Commit();
        return receipts;
    }

    public Receipt Fix(int by, int who, int shift, double hour) => Done(AttendanceRules.Fix(Activity, Command(), Person(by), new(Person(who), shift, At(hour), "forgot"), Moment));

    public Receipt Confirm(int by, int who, int shift, bool confirm) => Done(AttendanceRules.Confirm(Activity, Command(), Person(by), Person(who), shift, confirm, Moment));

    public Receipt Settle(CommandId? again = null) => Done(AttendanceRules.Settle(Activity, again ?? Command(), Person(9), Moment));

    public ActivityReceipt Extend(int shift, int minutes)
    {
        var receipt = ActivityRules.Extend(Activity, Command(), shift, minutes, new(Now, Now, new()));
        Commit();
        return receipt;
    }

    public SignUp Of(int who, int shift) => Activity.SignUpOf(Person(who), shift)!;

    public int Minutes(int who, int shift) => AttendanceRules.Minutes(Of(who, shift), Activity.SpanOf(shift)!.Value);

    public CommandId Command() => new(Guid.CreateVersion7(Now.AddTicks(++_commands)));

    /// <summary>One of many things that happen at an activity.</summary>
    public void Run(int what, int who, int shift, int minutes, int pick)
    {
        Until(8 + (Now - Nine.AddHours(-1)).TotalHours + minutes / 60.0);
        var side = pick % 2 == 0 ? AttendanceSide.In : AttendanceSide.Out;
        switch (what)
        {
            case <= 4:
                Scan(who, shift, side);
                break;
            case <= 7:
                Tick(pick % 3, who, shift, side);
                break;
            case 8 or 9:
                var now = Now.ToUnixTimeMilliseconds();
                var skew = (pick % 7 - 3) * 3_600_000L;
                Sync(pick % 2, now + skew, [.. Enumerable.Range(0, 1 + pick % 4).Select(nth => new OfflineEntry(
                    Person((who + nth) % 5), 1 + (shift + nth) % 3, nth % 2 == 0 ? side : AttendanceSide.Out, now + skew - (pick % 11 - 1) * 1_800_000L, pick % 13 == 0 ? 1 : ++_counter))]);
                break;
            case 10:
                Fix(pick % 3, who, shift, 9 + pick % 90 / 10.0);
                break;
            case 11:
                Confirm(pick % 3, who, shift, pick % 4 > 0);
                break;
            case 12:
                Extend(shift, pick % 121);
                break;
            case 13 when pick % 40 == 0:
                Settle();
                break;
            default:
                AttendanceRules.Remind(Activity, DutyStaff.Nobody, Moment);
                Commit();
                break;
        }
    }

    /// <summary>What is always so.</summary>
    public void Holds()
    {
        foreach (var ((who, shift), signUp) in Activity.SignUps)
        {
            var span = Activity.SpanOf(shift)!.Value;
            Assert.True(signUp.Out == 0 || signUp.In > 0 && signUp.In <= signUp.Out, "nobody leaves before they come");
            Assert.True(signUp.In == 0 || signUp.InBy != AttendanceMethod.RotatingCode || Math.Abs(signUp.In - span.Start) <= 30 * 60_000, "a code opens within half an hour of the start");
            Assert.True(signUp.InLed != who && signUp.OutLed != who, "nobody attests themselves");
            var minutes = AttendanceRules.Minutes(signUp, span);
            Assert.InRange(minutes, 0, Math.Min(480, (span.End - span.Start) / 60_000));
            Assert.True(minutes == 0 || signUp is { In: > 0, Out: > 0, Doubtful: false }, "open and doubtful ones count nothing");
            foreach (var ((other, elsewhere), there) in Activity.SignUps.Where(entry => entry.Key.Shift > shift && entry.Value.In > 0 && signUp.In > 0))
            {
                var (a, b) = (span.Credited(signUp.In, signUp.Out), Activity.SpanOf(elsewhere)!.Value.Credited(there.In, there.Out));
                Assert.True(other != who || Math.Max(a.From, b.From) >= Math.Min(a.To, b.To), "nobody is credited twice at one time");
            }
        }

        if (Activity.SettledAt > 0)
        {
            _frozen ??= Snapshot();
            Assert.Equal(_frozen, Snapshot());
        }
    }

    /// <summary>The day ends, is settled and carried out: every attended shift has exactly one message.</summary>
    public void Finish()
    {
        Until(40);
        Settle();
        for (var steps = 0; Activity.IsCarrying; steps++)
        {
            Assert.InRange(steps, 0, 20);
            var entry = AttendanceEffects.Carry(Activity.Id, Activity.Carried);
            AttendanceRules.CarryOn(Activity, entry, Moment);
            AttendanceRules.CarryOn(Activity, entry, Moment); // swept twice
            Commit();
        }

        Holds();
        var attended = Activity.SignUps.Where(entry => AttendanceRules.Minutes(entry.Value, Activity.SpanOf(entry.Key.Shift)!.Value) > 0)
            .Select(entry => AttendanceEffects.Hours(entry.Key.Person, Activity.Id, entry.Key.Shift)).Order(StringComparer.Ordinal);
        Assert.Equal(attended, _messages.Keys.Order(StringComparer.Ordinal));
        Assert.All(_messages.Values, times => Assert.Equal(1, times));
    }

    private string Snapshot() => string.Join('|', Activity.SignUps.Select(entry => $"{entry.Key.Person} {entry.Key.Shift} {entry.Value.In} {entry.Value.Out} {entry.Value.Doubtful}"));

    private AttendanceReceipt Attend(int who, int shift, AttendanceSide side, Proof proof)
    {
        var receipt = AttendanceRules.Attend(Activity, Person(who), shift, side, proof, Moment);
        Commit();
        return receipt;
    }

    private Receipt Done(Receipt receipt)
    {
        Commit();
        return receipt;
    }

    private void Commit()
    {
        foreach (var message in Activity.Effects.OfType<Index>().Select(index => (string)index.Member!).Where(entry => entry.StartsWith("hours:", StringComparison.Ordinal)))
        {
            _messages[message] = _messages.GetValueOrDefault(message) + 1;
        }

        Ledger.Commit(Activity);
    }
}
