using CsCheck;
using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;
using Engagement.Grains.Volunteers;
using Engagement.Tests.Roses;

namespace Engagement.Tests.Volunteers;

/// <summary>Random commands on volunteers and ID numbers, with messages that come late: what follows outside is what the records stand for, and no number has two accounts.</summary>
public sealed class IdentityRulesTests
{
    private static readonly Gen<(int What, int Who, int Which, int Pick)[]> Commands =
        Gen.Select(Gen.Int[0, 17], Gen.Int[0, 3], Gen.Int[0, 2], Gen.Int[0, 1_000], static (a, b, c, d) => (a, b, c, d)).Array[1, 70];

    [Fact]
    public void Identity_RandomCommandsAndLateMessages_OneNumberOneAccountNothingLost() => Commands.Sample(commands =>
    {
        var model = new Model();
        foreach (var command in commands)
        {
            model.Run(command.What, command.Who, command.Which, command.Pick);
            var differences = model.Ledger.Differences();
            Assert.True(differences.Count == 0, $"after {command}: {string.Join('\n', differences)}");
            model.Holds();
        }

        model.Drain();
        model.Agree();
    }, iter: 10_000);

    [Fact]
    public void Refused_ArrivesAfterTheNextClaim_LeavesIt()
    {
        var model = new Model();
        model.Run(0, 0, 0, 1); // two people register,
        model.Run(0, 1, 0, 1);
        model.Run(2, 0, 0, 1); // one takes the number,
        model.Run(5, 1, 0, 1); // the other claims it,
        model.Run(8, 0, 0, 4); // is declined,
        model.Run(5, 1, 0, 1); // and claims again before the answer came
        model.Drain();
        model.Agree();
        Assert.True(model.Waits(1, 0));
    }

    private sealed class Model
    {
        private readonly VolunteerState[] _people;
        private readonly RealNameState[] _numbers;
        private readonly ReadName[] _names;
        private DateTimeOffset _now = new(2026, 3, 1, 20, 0, 0, ShanghaiDay.Offset);
        private int _commands;

        public Model()
        {
            _people = [.. Enumerable.Range(1, 4).Select(i => new VolunteerState { Id = new(new Guid(i, 0, 0, new byte[8])) })];
            _names = [.. new[] { 19880101, 20090101, 20150101 }.Select(birth => Name("张三", birth))];
            _numbers = [.. _names.Select(name => new RealNameState { Id = name.Key })];
            foreach (var record in _people.Concat<LedgerState>(_numbers))
            {
                record.Follow([new Birth("", "", record)]);
                Ledger.Commit(record);
            }
        }

        public LedgerModel Ledger { get; } = new();

        private Moment Now => new(_now, _now, new(), new());

        private static ReadName Name(string name, int birth)
        {
            var id = NationalId.Read(People.Number(birth), 20260601)!.Value;
            return new(name, id, People.Keys.IdNumber(id), People.Keys.NameOf(name), 1);
        }

        public void Run(int what, int who, int which, int pick)
        {
            _now = _now.AddSeconds(1 + pick);
            var (person, number, name) = (_people[who], _numbers[which], pick % 7 == 0 ? _names[which] with { NameKey = People.Keys.NameOf("李四") } : _names[which]);
            var sealer = new Sealer(People.Keys, person.Id);
            switch (what)
            {
                case 0 or 1:
                    IdentityRules.Register(person, Command(), new(new(new Guid(pick % 3, 1, 1, new byte[8])), pick % 3 == 0 ? 20150101 : 19900101, 1, new()), sealer, Now);
                    break;
                case 2 or 3:
                    var command = Command();
                    if (IdentityRules.TryName(person, command, false, name, Band(person), Now) is null && RealNameRules.Take(number, number.Id, person.Id, name.NameKey, Now) == Outcome.Done)
                    {
                        IdentityRules.Name(person, command, name, sealer, Now);
                    }

                    break;
                case 4 when pick % 3 == 0:
                    IdentityRules.HideName(person, Command(), Now);
                    break;
                case 5 or 6 or 7:
                    var claim = Command();
                    if (IdentityRules.TryName(person, claim, true, name, Band(person), Now) is null && number.Claimant != person.Id && IdentityRules.KeepClaim(person, name, sealer, Now) == Outcome.Done)
                    {
                        IdentityRules.EndClaim(person, claim, name, RealNameRules.Claim(number, claim, person.Id, name.NameKey, person.Claim!.At, 0, Now), Now);
                    }

                    break;
                case 8:
                    RealNameRules.Answer(number, Command(), number.Owner, pick % 4 > 0, Now);
                    break;
                case 9:
                    RealNameRules.Decide(number, Command(), new(new Guid(100 + pick % 2, 0, 0, new byte[8])), pick % 5 > 0, "why", 0, Now);
                    break;
                case 10:
                    IdentityRules.Guard(person, Command(), _people[(who + 1) % 4].Id, pick % 5 > 0, Band(person), Now);
                    break;
                case 11 when pick % 2 == 0:
                    IdentityRules.Unguard(person, Command(), person.Guardian?.By ?? default, Now);
                    break;
                case 12 or 13:
                    IdentityRules.AskTeam(person, Command(), $"team{pick % 9}", team => team != $"team{which}", Band(person), Now);
                    break;
                case 14:
                    var team = person.Teams is { Count: > 0 } teams ? teams[pick % teams.Count].Team : "team0";
                    _ = pick % 4 == 0 ? IdentityRules.LeaveTeam(person, Command(), team, Now) : IdentityRules.Admit(person, Command(), default, team, pick % 4 > 1, Now);
                    break;
                case 15 when pick % 12 == 0:
                    IdentityRules.Lock(person, Now);
                    break;
                case 16 when pick % 5 == 0:
                    _now = _now.AddDays(pick % 40);
                    IdentityRules.LookAtAge(person, sealer.Birth(person), Now);
                    break;
                default:
                    var due = Ledger.Waiting;
                    if (due.Count > 0)
                    {
                        Deliver(due[pick % due.Count].Entry);
                    }

                    break;
            }

            Commit();
        }

        public bool Waits(int who, int which) => _people[who].Claim?.Key == _numbers[which].Id && _numbers[which].Claimant == _people[who].Id;

        public void Drain()
        {
            for (var rounds = 0; Ledger.Waiting is { Count: > 0 } messages; rounds++)
            {
                Assert.True(rounds < 20, string.Join('\n', messages));
                foreach (var (entry, _) in messages)
                {
                    Deliver(entry);
                    Commit();
                }
            }
        }

        public void Holds() => Assert.All(_people, person =>
        {
            var taken = person.Teams?.Count ?? 0;
            Assert.InRange(taken, 0, IdentityRules.MostTeams + 1); // one of them may have dissolved
            Assert.True(person.Level < IdentityLevel.RealName || person.Real is not null);
            Assert.True(person.Locked == 0 || person is { Phone.IsNone: true, Teams: null, Guardian: null, Looks: null, Profile: null, Level: IdentityLevel.WeChat });
            Assert.True(person.Consents?.Count(consent => consent is { Purpose: ConsentPurpose.RealName, Until: 0 }) is null or 0 or 1);
        });

        /// <summary>When nothing is on its way: every number is its owner's and nobody else's, and what was joined is found once.</summary>
        public void Agree()
        {
            foreach (var number in _numbers)
            {
                var holders = _people.Where(person => person.Real?.Key == number.Id && person.Locked == 0 && person.MergedInto.IsNone).ToArray();
                Assert.True(holders.Length <= 1, "two accounts go on with one number");
                Assert.Equal(number.Owner, holders.Length == 1 ? holders[0].Id : default);
                Assert.Equal(number.Claimant, _people.FirstOrDefault(person => person.Claim?.Key == number.Id && person.Locked == 0)?.Id ?? default);
            }

            foreach (var person in _people)
            {
                Assert.All(person.MergedFrom ?? [], from => Assert.Equal(person.Id, _people.Single(one => one.Id == from).MergedInto));
                Assert.True(person.MergedInto.IsNone || _people.Single(one => one.Id == person.MergedInto).MergedFrom!.Count(from => from == person.Id) == 1);
                var steps = 0;
                for (var at = person; !at.MergedInto.IsNone; at = _people.Single(one => one.Id == at.MergedInto))
                {
                    Assert.True(++steps < 4, "accounts go round in a circle");
                }
            }
        }

        private static AgeBand Band(VolunteerState person) =>
            new Sealer(People.Keys, person.Id).Birth(person) is { } birth ? BirthDay.Band(birth, 20260301) : AgeBand.Unknown;

        private void Deliver(string entry)
        {
            var parts = entry.Split(':');
            var person = ParticipantId.TryParse(parts[1], out var id) ? _people.SingleOrDefault(one => one.Id == id) : null;
            switch (parts[0])
            {
                case VolunteerEffects.FreeKind:
                    RealNameKey.TryParse(parts[1], out var number);
                    ParticipantId.TryParse(parts[2], out var owner);
                    RealNameRules.Free(_numbers.Single(one => one.Id == number), entry, owner, long.Parse(parts[3], System.Globalization.CultureInfo.InvariantCulture), Now);
                    break;
                case VolunteerEffects.AdoptKind:
                    ParticipantId.TryParse(parts[2], out var from);
                    RealNameKey.TryParse(parts[3], out var key);
                    IdentityRules.Adopt(person!, entry, from, key, _names.Single(name => name.Key == key).Id.Birth, new(People.Keys, id), 0, Now);
                    break;
                case VolunteerEffects.MergedKind:
                    ParticipantId.TryParse(parts[2], out var into);
                    RealNameKey.TryParse(parts[3], out var joined);
                    IdentityRules.Merge(person!, entry, into, joined, 0, Now);
                    break;
                case VolunteerEffects.RefusedKind:
                    RealNameKey.TryParse(parts[2], out var refused);
                    IdentityRules.Refused(person!, entry, refused, long.Parse(parts[3], System.Globalization.CultureInfo.InvariantCulture), 0, Now);
                    break;
                case VolunteerEffects.UnguardKind:
                    IdentityRules.Unguarded(person!, entry);
                    break;
            }
        }

        private void Commit()
        {
            foreach (var record in _people.Concat<LedgerState>(_numbers))
            {
                Ledger.Commit(record);
            }
        }

        private CommandId Command() => new(Guid.CreateVersion7(_now.AddTicks(++_commands)));
    }
}
