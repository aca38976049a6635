using CsCheck;
using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Couriers;
using Engagement.Grains.Participants;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;
using Engagement.Tests.Roses;

namespace Engagement.Tests.Couriers;

/// <summary>Three records that only send each other messages agree in the end, however late and in whatever order these arrive.</summary>
public sealed class EnrolmentRulesTests
{
    private static readonly Gen<(int What, int Who, int Phone, int Pick)[]> Commands =
        Gen.Select(Gen.Int[0, 11], Gen.Int[0, 2], Gen.Int[0, 2], Gen.Int[0, 1_000], static (a, b, c, d) => (a, b, c, d)).Array[1, 60];

    [Fact]
    public void Enrolment_RandomCommandsAndLateMessages_RecordsAgree() => Commands.Sample(commands =>
    {
        var model = new Model();
        foreach (var command in commands)
        {
            model.Run(command.What, command.Who, command.Phone, command.Pick);
            var differences = model.Ledger.Differences();
            Assert.True(differences.Count == 0, $"after {command}: {string.Join('\n', differences)}");
        }

        model.Drain();
        model.Agree();
    }, iter: 5_000);

    private sealed class Model
    {
        private static readonly string[] Companies = ["sf", "mt"];

        private readonly ParticipantState[] _people;
        private readonly CourierState[] _couriers;
        private readonly RosterState[] _rosters;
        private readonly PhoneKey[] _phones;
        private DateTimeOffset _now = new(2026, 3, 1, 20, 0, 0, ShanghaiDay.Offset);
        private int _commands;

        public Model()
        {
            _people = [.. Enumerable.Range(1, 3).Select(i => new ParticipantState { Id = new(new Guid(i, 0, 0, new byte[8])), Since = 1 })];
            _couriers = [.. _people.Select(person => new CourierState { Id = person.Id })];
            _phones = [.. Enumerable.Range(1, 3).Select(i => new PhoneKey(new Guid(i, 7, 0, new byte[8])))];
            _rosters = [.. _phones.Select(phone => new RosterState { Phone = phone })];
            foreach (var record in _people.Concat<LedgerState>(_couriers).Concat(_rosters))
            {
                record.Follow([new Birth("", "", record), .. record.Derived()]);
                Ledger.Commit(record);
            }
        }

        public LedgerModel Ledger { get; } = new();

        private Moment Now => new(_now, _now, new(), new());

        public void Run(int what, int who, int phone, int pick)
        {
            _now = _now.AddSeconds(1 + pick);
            var company = Companies[pick % 2];
            switch (what)
            {
                case 0 or 1:
                    List(phone, company, left: false);
                    break;
                case 2:
                    List(phone, company, left: true);
                    break;
                case 3 or 4 or 5 when _people[who].IsOpen:
                    Enrol(who, phone, company, deliver: pick % 3 > 0);
                    break;
                case 6 when _people[who].IsOpen:
                    CourierRules.EnterPool(_couriers[who], Command(), Now);
                    break;
                case 7:
                    CourierRules.Leave(_couriers[who], Command(), stay: pick % 3 > 0, Now);
                    break;
                case 8 when pick % 10 == 0:
                    ParticipantRules.Close(_people[who], Now);
                    break;
                case 9 when pick % 5 == 0:
                    _now = _now.AddHours(9);
                    break;
                default:
                    var due = Ledger.Waiting.Where(message => message.Due <= Now.Milliseconds).ToArray();
                    if (due.Length > 0)
                    {
                        Deliver(due[pick % due.Length].Entry);
                    }

                    break;
            }

            Commit();
        }

        /// <summary>Everything that is on its way arrives.</summary>
        public void Drain()
        {
            for (var rounds = 0; Ledger.Waiting.Where(message => !message.Entry.StartsWith("erase", StringComparison.Ordinal)).ToArray() is { Length: > 0 } messages; rounds++)
            {
                Assert.True(rounds < 20, string.Join('\n', messages));
                _now = _now.AddDays(1);
                foreach (var (entry, _) in messages)
                {
                    Deliver(entry);
                    Commit();
                }
            }
        }

        public void Agree()
        {
            foreach (var (courier, person) in _couriers.Zip(_people))
            {
                if (courier.Company is { } company)
                {
                    var roster = _rosters.Single(roster => roster.Phone == courier.Phone);
                    Assert.Equal((courier.Id, company, courier.Confirmation), (roster.Courier, roster.Company, roster.Confirmation));
                    Assert.NotNull(roster.Of(company));
                }

                Assert.Equal(person.IsOpen ? courier.ScoringCompany(_now) : null, person.Units.Company);
                Assert.True(person.IsOpen || courier is { Active: false, Company: null, Spells: null, Phone.IsNone: true });
            }

            foreach (var roster in _rosters.Where(roster => !roster.Courier.IsNone))
            {
                var courier = _couriers.Single(courier => courier.Id == roster.Courier);
                Assert.Equal((roster.Phone, roster.Company), (courier.Phone, courier.Company));
            }
        }

        private void List(int phone, string company, bool left) =>
            RosterRules.List(_rosters[phone], _phones[phone], new(company, _phones[phone], null, [], "", "", left, Command()), sameName: true, _now);

        // As the grain does it; whether its own last step or the sweeper enrols is for chance to say.
        private void Enrol(int who, int phone, string company, bool deliver)
        {
            var (courier, command, key) = (_couriers[who], Command(), _phones[phone]);
            if (CourierRules.Try(courier, command, CourierRules.ContentOf(key, company, true), key, company, Now) is not null)
            {
                return;
            }

            Commit();
            var confirmed = RosterRules.Confirm(_rosters[phone], courier.Id, company, true, command, courier.OverPhone == key ? courier.OverUpTo : 0, _now);
            Commit();
            if (deliver && confirmed.Outcome == Outcome.Done && Ledger.Waiting.Any(message => message.Entry == confirmed.Entry))
            {
                Deliver(confirmed.Entry!);
            }
        }

        private void Deliver(string entry)
        {
            var parts = entry.Split(':');
            ParticipantId Person() => ParticipantId.TryParse(parts[1], out var id) ? id : default;
            switch (parts[0])
            {
                case "affiliate":
                    ParticipantRules.Affiliate(_people.Single(person => person.Id == Person()), entry, _couriers.Single(courier => courier.Id == Person()).Affiliation(), Now);
                    break;
                case "enrol":
                    Assert.True(Enrolment.TryParse(entry, out var enrolment));
                    CourierRules.Enrol(_couriers.Single(courier => courier.Id == Person()), entry, enrolment, Now);
                    break;
                case "dismiss":
                    Assert.True(PhoneKey.TryParse(parts[2], out var listed));
                    CourierRules.Dismiss(_couriers.Single(courier => courier.Id == Person()), entry, listed, long.Parse(parts[3], null), Now);
                    break;
                case "depart":
                    CourierRules.Depart(_couriers.Single(courier => courier.Id == Person()), entry);
                    break;
                case "free":
                    Assert.True(PhoneKey.TryParse(parts[1], out var phone) & ParticipantId.TryParse(parts[2], out var by));
                    RosterRules.Free(_rosters.Single(roster => roster.Phone == phone), entry, by, long.Parse(parts[3], null), parts.Length > 4);
                    break;
            }
        }

        private void Commit()
        {
            foreach (var record in _people.Concat<LedgerState>(_couriers).Concat(_rosters))
            {
                Ledger.Commit(record);
            }
        }

        private CommandId Command() => new(Guid.CreateVersion7(_now.AddTicks(++_commands)));
    }
}
