using CsCheck;
using Engagement.Contracts;
using Engagement.Grains.Acts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Couriers;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;
using Engagement.Tests.Roses;
using Microsoft.Extensions.Options;

namespace Engagement.Tests.Acts;

/// <summary>Random commands on the pure rules of couriers' acts: what follows outside the records is what they stand for, and what must never be never is.</summary>
public sealed class ActRuleEffectsTests
{
    private static readonly Gen<(int What, int Who, int Which, int Seconds)[]> Commands =
        Gen.Select(Gen.Int[0, 15], Gen.Int[0, 3], Gen.Int[0, 7], Gen.Int[0, 100_000], static (a, b, c, d) => (a, b, c, d)).Array[1, 80];

    [Fact]
    public void Rules_RandomCommands_EffectsAreTheDifferenceOfDerived() => Commands.Sample(commands =>
    {
        var city = new Model();
        foreach (var command in commands)
        {
            city.Run(command.What, command.Who, command.Which, command.Seconds);
            var differences = city.Ledger.Differences();
            Assert.True(differences.Count == 0, $"after {command}: {string.Join('\n', differences)}");
            Assert.All(city.Ledger.Records.OfType<CivicActState>(), Model.Holds);
        }
    }, iter: 800);

    [Fact]
    public void Log_AnyDraftsInAnyOrder_NeverMoreThanTenOfADayAndThreeOfAKind() =>
        Gen.Select(Gen.Int[0, 4], Gen.Int[0, 100 * 3600], static (kind, secondsAgo) => (kind, secondsAgo)).Array[1, 120].Sample(drafts =>
        {
            var city = new Model();
            foreach (var (kind, secondsAgo) in drafts)
            {
                city.Log(0, $"kind-{kind}", secondsAgo);
            }

            var acts = city.Ledger.Records.OfType<CivicActState>().ToArray();
            Assert.All(acts.CountBy(act => act.Day), day => Assert.InRange(day.Value, 1, 10));
            Assert.All(acts.CountBy(act => (act.Day, act.What)), kind => Assert.InRange(kind.Value, 1, 3));
            Assert.All(acts, act => Assert.InRange(act.LoggedAt - act.At, 0, 72 * 3_600_000L));
        }, iter: 300);

    /// <summary>Two couriers of one company, one in the pool, one of another company who reviews like the others.</summary>
    private sealed class Model
    {
        private static readonly DateTimeOffset Start = new(2026, 3, 4, 9, 0, 0, ShanghaiDay.Offset);

        private readonly CourierState[] _couriers;
        private readonly CampaignOptions _campaign = new();
        private readonly ActOptions _options = new();
        private readonly WorkingCalendar _days = new(Options.Create(new CalendarOptions()));
        private readonly HashSet<string> _witnesses = [];
        private DateTimeOffset _now = Start;
        private int _commands;

        public Model()
        {
            string?[] companies = ["sf", "sf", null, "yto"];
            _couriers = [.. companies.Select((company, i) => new CourierState { Id = Person(i), Active = true, Company = company, Since = 1 })];
            foreach (var courier in _couriers)
            {
                courier.Follow([new Birth("courier", "", courier), .. courier.Derived()]);
                Ledger.Commit(courier);
            }
        }

        public LedgerModel Ledger { get; } = new();

        public static void Holds(CivicActState act)
        {
            Assert.True(act.Review is not (ActReview.Rejected or ActReview.Appealed or ActReview.Withdrawn) || act.Level == EvidenceLevel.E0, $"{act.Review} at {act.Level}");
            Assert.True(act.Level != EvidenceLevel.E1 || act.Confirmed, "E1 without anybody who was helped");
            Assert.True(act.Scores == act.Level >= EvidenceLevel.E1, "only E1 and above scores");
            if (act.Level == EvidenceLevel.E3)
            {
                var agreed = act.Steps.FindLast(step => step.Event == ActEvent.Accepted)!;
                var proposed = act.Steps.FindLast(step => step.Event == ActEvent.Proposed)!;
                Assert.NotEqual(proposed.By, agreed.By);
            }

            Assert.DoesNotContain(act.Steps, step => step.Event is ActEvent.Accepted or ActEvent.Rejected or ActEvent.Proposed or ActEvent.Asked && step.By == act.Courier);
        }

        public ActReceipt Log(int who, string kind, int secondsAgo, CommandId? again = null)
        {
            var moment = At();
            var command = again ?? new(Guid.CreateVersion7(_now.AddSeconds(-secondsAgo).AddTicks(++_commands)));
            var id = new CivicActId(command.Value);
            var receipt = CourierRules.Log(_couriers[who], id, command, new(kind, new(Photo: secondsAgo % 2 == 0 ? $"p{secondsAgo % 5}" : null)), "440703", null, 1, moment);
            Ledger.Commit(_couriers[who]);
            return receipt;
        }

        public void Run(int what, int who, int which, int seconds)
        {
            _now = _now.AddSeconds(what == 0 ? seconds * 3 : seconds / 20);
            var acts = Ledger.Records.OfType<CivicActState>().ToArray();
            if (what <= 3 || acts.Length == 0)
            {
                Log(who, $"kind-{which % 3}", seconds);
                return;
            }

            var act = acts[which % acts.Length];
            Act(what, act, new ReviewerFacts(Person(who), seconds % 9 != 0, _couriers[who].Company), seconds, At());
            Ledger.Commit(act);
        }

        private void Act(int what, CivicActState act, ReviewerFacts reviewer, int seconds, ActMoment moment)
        {
            var command = new CommandId(Guid.CreateVersion7(_now.AddTicks(++_commands)));
            switch (what)
            {
                case 4 when _witnesses.Add($"{act.Id}:{seconds}"):
                    ActRules.Confirm(act, command, 0, reviewer.By, ActEvent.Confirmed, [$"w{seconds}:{_commands}"], moment);
                    break;
                case 5:
                    ActRules.Supply(act, command, 0, new("440704", seconds % 3 == 0 ? $"p{seconds % 5}" : null), seconds % 2 == 0 ? [1] : null, moment);
                    break;
                case 6 when seconds % 4 == 0:
                    ActRules.Withdraw(act, command, moment);
                    break;
                case 7:
                    ActRules.Hide(act, command, seconds % 2 == 0, moment);
                    break;
                case 8:
                    ActRules.Appeal(act, command, 0, null, moment);
                    break;
                case <= 12:
                    ActRules.Claim(act, reviewer, moment);
                    var verdict = (ActVerdict)(1 + seconds % 4);
                    ActRules.Decide(act, command, 0, reviewer, new(verdict, (EvidenceLevel)(verdict == ActVerdict.Lower ? seconds % 3 : 2 + seconds % 2),
                        verdict == ActVerdict.Accept ? ActReason.None : ActReason.NotSeen, "n"), null, moment);
                    break;
                case 13:
                    ActRules.Undo(act, command, act.DecidedBy, moment);
                    break;
                case 14:
                    ActRules.Escalate(act, moment);
                    break;
                case 15 when seconds % 10 == 0:
                    ActRules.Erase(act);
                    break;
                default:
                    ActRules.Release(act, reviewer.By);
                    break;
            }
        }

        private ActMoment At() => new(_now, _now, _campaign, _options, _days.AfterWeekdays(_now, _options.ReviewDays).ToUnixTimeMilliseconds());

        private static ParticipantId Person(int i) => new(new Guid(i + 1, 0, 0, new byte[8]));
    }
}
