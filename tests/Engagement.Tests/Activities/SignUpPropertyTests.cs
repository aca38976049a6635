using CsCheck;
using Engagement.Contracts;
using Engagement.Grains.Activities;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Storage;
using Engagement.Grains.Volunteers;
using Engagement.Tests.Roses;

namespace Engagement.Tests.Activities;

/// <summary>
/// Random commands on the pure rules of activities and of their volunteers, messages late or lost: places, waitlist and people's time
/// are never given twice, and what follows outside the records is what they stand for.
/// </summary>
public sealed class SignUpPropertyTests
{
    private static readonly Gen<(int What, int Which, int Who, int More)[]> Commands =
        Gen.Select(Gen.Int[0, 13], Gen.Int[0, 5], Gen.Int[0, 5], Gen.Int[0, 10_000], static (a, b, c, d) => (a, b, c, d)).Array[1, 40];

    [Fact]
    public void Rules_RandomCommands_GiveNothingTwice() => Commands.Sample(commands =>
    {
        var city = new Model();
        foreach (var (what, which, who, more) in commands)
        {
            city.Run(what, which, who, more);
            city.Holds();
        }
    }, iter: 10_000);

    [Fact]
    public void Rules_RandomCommands_EffectsAreTheDifferenceOfDerived() => Commands.Sample(commands =>
    {
        var city = new Model();
        foreach (var (what, which, who, more) in commands)
        {
            city.Run(what, which, who, more);
            var differences = city.Ledger.Differences();
            Assert.True(differences.Count == 0, $"after {(what, which, who, more)}: {string.Join('\n', differences)}");
        }
    }, iter: 600);

    /// <summary>Three activities of two shifts, whose times overlap, and six people.</summary>
    private sealed class Model
    {
        private static readonly DateTimeOffset Noon = new(2026, 6, 1, 12, 0, 0, ShanghaiDay.Offset);
        private static readonly ParticipantId Organiser = Person(90), Reviewer = Person(91);

        private readonly ActivityOptions _options = new() { Waitlist = 3, Absences = 1 };
        private readonly ActivityState[] _activities;
        private readonly VolunteerState[] _people;
        private readonly List<(int Activity, SignUpKey Key, SignUpCard Card)> _late = [];
        private DateTimeOffset _now = Noon;
        private int _commands;

        public Model()
        {
            _people = [.. Enumerable.Range(0, 6).Select(i => new VolunteerState { Id = Person(i) })];
            _activities = [.. Enumerable.Range(0, 3).Select(i => new ActivityState())];
            foreach (var record in _people.Concat<LedgerState>(_activities))
            {
                record.Follow(new Birth("", "", record));
                Ledger.Commit(record);
            }

            foreach (var (i, activity) in _activities.Index())
            {
                var draft = Drafts.Of(Drafts.Shift(Noon, 30 + i, 33 + i, 2), Drafts.Shift(Noon, 50 + i, 52 + i, 1));
                Assert.Equal(Outcome.Done, Write(activity, i, draft).Outcome);
                Assert.Equal(Outcome.Done, ActivityRules.Submit(activity, Command(), Organiser, false, At()).Outcome);
                Assert.Equal(Outcome.Done, ActivityRules.Decide(activity, Command(), Reviewer, true, null, false, At()).Outcome);
                Ledger.Commit(activity);
            }
        }

        public LedgerModel Ledger { get; } = new();

        public void Holds()
        {
            foreach (var activity in _activities)
            {
                foreach (var shift in activity.Shifts)
                {
                    var here = activity.SignUps.Where(entry => entry.Key.Shift == shift.Number).Select(entry => entry.Value).ToArray();
                    Assert.True(here.Count(signUp => signUp.HasPlace) <= shift.Places, "more places than there are");
                    Assert.Equal(here.Count(signUp => signUp.HasPlace), shift.Taken);
                    Assert.Equal(here.Count(signUp => signUp.State == SignUpState.Waiting), shift.Waiting);
                }

                Assert.Equal(activity.SignUps.Values.Count(signUp => signUp.Untold), activity.Untold);
            }

            for (var who = 0; who < _people.Length; who++)
            {
                var times = _activities.Where(activity => activity.Stage != ActivityStage.Cancelled).SelectMany(activity => activity.SignUps.Where(entry => entry.Key.Person == Person(who))
                    .Select(entry => SignUpRules.Card(activity, entry.Key))).Where(card => card.HoldsTime).OrderBy(card => card.Start).ToArray();
                Assert.True(times.Zip(times.Skip(1)).All(pair => pair.First.End <= pair.Second.Start), "one person in two places at once");
            }
        }

        public void Run(int what, int which, int who, int more)
        {
            var (activity, shift) = (_activities[which % 3], 1 + which / 3);
            var (key, by) = (new SignUpKey(Person(who), shift), Person(who));
            switch (what)
            {
                case <= 4:
                    SignUp(activity, shift, who, late: more % 9 == 0, lost: more % 7 == 0);
                    break;
                case 5:
                    SignUpRules.Leave(activity, Command(), by, shift, (ExcuseReason)(more % 3), At());
                    break;
                case 6:
                    Step(activity);
                    break;
                case 7:
                    Tell(which % 3, lose: more % 4 == 0);
                    break;
                case 8:
                    Check(who);
                    break;
                case 9:
                    _now = _now.AddMinutes(more % 5 == 0 ? more / 4 : more / 200);
                    break;
                case 10:
                    SignUpRules.Admit(activity, by, shift, more % 3 != 0, At());
                    break;
                case 11 when more % 3 == 0:
                    Change(activity, shift, more);
                    break;
                case 12 when more % 5 == 0:
                    ActivityRules.Cancel(activity, Command(), Organiser, "下雨", At());
                    break;
                case 13:
                    SignUpRules.MarkAbsent(activity, Organiser, by, shift, At());
                    SignUpRules.Excuse(activity, Command(), by, shift, (ExcuseReason)(more % 2), At());
                    break;
                default:
                    Deliver();
                    break;
            }

            foreach (var record in _people.Concat<LedgerState>(_activities))
            {
                Ledger.Commit(record);
            }
        }

        // As the grain does: where they stand, the hold, then the turn, with time and others between.
        private void SignUp(ActivityState activity, int number, int who, bool late, bool lost)
        {
            var (command, shift) = (Command(), activity.Shift(number)!);
            if (SignUpRules.Early(activity, command, Person(who), number, false, At()) is not null)
            {
                return;
            }

            var (start, end) = (shift.Start, shift.End);
            var hold = BookingRules.Hold(_people[who], Person(who), activity.Id, number, start, end, At());
            if (hold.Outcome != Outcome.Done || lost)
            {
                return; // a silo died: the hold is left behind
            }

            if (late)
            {
                _now = _now.AddMinutes(1);
            }

            SignUpRules.SignUp(activity, command, Person(who), number, new(hold.Until, start, end, _people[who].Absences.Count >= _options.Absences, false), At());
        }

        private void Step(ActivityState activity)
        {
            var before = activity.SignUps.ToDictionary(entry => entry.Key, entry => entry.Value.State);
            SignUpRules.Step(activity, At());
            foreach (var shift in activity.Shifts.Where(shift => !shift.Begun && activity.IsOpen))
            {
                var here = activity.SignUps.Where(entry => entry.Key.Shift == shift.Number).ToArray();
                var offered = here.Where(entry => entry.Value.State == SignUpState.Offered && before[entry.Key] == SignUpState.Waiting).Select(entry => entry.Value.Number);
                var waiting = here.Where(entry => entry.Value.State == SignUpState.Waiting).Select(entry => entry.Value.Number).ToArray();
                Assert.All(offered, number => Assert.All(waiting, other => Assert.True(number < other, "somebody was passed over")));
                Assert.True(waiting.Length == 0 || shift.Free == 0, "a place stays empty while people wait");
            }
        }

        private void Tell(int which, bool lose)
        {
            var activity = _activities[which];
            var page = SignUpRules.ToTell(activity, 100);
            if (lose)
            {
                _late.AddRange(page.Select(entry => (which, entry.Key, entry.Card))); // it arrives, but its sender never hears so
                return;
            }

            foreach (var (key, card) in page)
            {
                BookingRules.Booked(_people[Index(key.Person)], activity.Id, key.Shift, card, At());
            }

            SignUpRules.Told(activity, page.Select(entry => new Told(entry.Key, entry.Card, 60_000)), At());
        }

        private void Deliver()
        {
            foreach (var (which, key, card) in _late)
            {
                BookingRules.Booked(_people[Index(key.Person)], _activities[which].Id, key.Shift, card, At());
            }

            _late.Clear();
        }

        private void Check(int who)
        {
            foreach (var booking in BookingRules.Overdue(_people[who], At()))
            {
                var activity = _activities.First(activity => activity.Id == booking.Activity);
                BookingRules.Checked(_people[who], booking, SignUpRules.Card(activity, new(Person(who), booking.Shift)));
            }
        }

        private void Change(ActivityState activity, int number, int more)
        {
            var shifts = activity.Shifts.Select(shift => shift.Number != number ? new Shift(shift.Start, shift.End, shift.Places, shift.Number)
                : new Shift(shift.Start + more % 4 * 3_600_000L, shift.End + more % 4 * 3_600_000L, Math.Max(1, shift.Places + more % 3 - 1), number)).ToArray();
            Write(activity, Array.IndexOf(_activities, activity), new(Drafts.Details with { Place = more % 2 == 0 ? "东湖公园南门" : "东湖公园北门" }, shifts));
        }

        private ActivityReceipt Write(ActivityState activity, int id, ActivityDraft draft) =>
            ActivityRules.Write(activity, new(new Guid(id + 1, 0, 0, new byte[8])), Command(), Organiser, "org", draft, new(null, [1], false), At());

        private CommandId Command() => new(Guid.CreateVersion7(_now.AddMilliseconds(++_commands)));

        private ActivityMoment At() => new(_now, _now, _options);

        private static int Index(ParticipantId person) => Enumerable.Range(0, 6).First(i => Person(i) == person);

        private static ParticipantId Person(int i) => new(new Guid(i + 1, 0, 0, new byte[8]));
    }
}
