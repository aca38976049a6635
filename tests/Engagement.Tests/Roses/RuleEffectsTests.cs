using CsCheck;
using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Moderation;
using Engagement.Grains.Participants;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;

namespace Engagement.Tests.Roses;

/// <summary>For every commit, effects = Derived(after) - Derived(before): random commands on the pure rules (ledger.md test 10).</summary>
public sealed class RuleEffectsTests
{
    private static readonly Gen<(int What, int Who, int Other, int Seconds)[]> Commands =
        Gen.Select(Gen.Int[0, 18], Gen.Int[0, 3], Gen.Int[0, 3], Gen.Int[0, 60_000], static (a, b, c, d) => (a, b, c, d)).Array[1, 80];

    [Fact]
    public void Rules_RandomCommands_EffectsAreTheDifferenceOfDerived() => Commands.Sample(commands =>
    {
        var city = new Model();
        foreach (var command in commands)
        {
            city.Run(command.What, command.Who, command.Other, command.Seconds);
            var differences = city.Ledger.Differences();
            Assert.True(differences.Count == 0, $"after {command}: {string.Join('\n', differences)}");
        }
    }, iter: 1_500);

    /// <summary>Four people and the roses that they give, on a clock that mostly goes forward.</summary>
    private sealed class Model
    {
        private static readonly DateTimeOffset Start = new(2026, 3, 1, 8, 0, 0, ShanghaiDay.Offset);

        private readonly ParticipantState[] _people;
        private readonly CampaignOptions _campaign = new();
        private readonly RoseOptions _options = new() { PerDay = 3, ReceiptsPerDay = 2 };
        private DateTimeOffset _now = Start;
        private int _commands;
        private int _roses;

        public Model()
        {
            _people = [.. Enumerable.Range(1, 4).Select(i => new ParticipantState { Id = new(new Guid(i, 0, 0, new byte[8])), Since = 1, Units = new("d" + i % 2, null, "o", i % 2 == 0 ? "co" : null) })];
            foreach (var person in _people)
            {
                person.Follow([new Birth("participant", "", person), .. person.Derived()]);
                Ledger.Commit(person);
            }
        }

        public LedgerModel Ledger { get; } = new();

        public void Run(int what, int who, int other, int seconds)
        {
            _now = _now.AddSeconds(what == 0 ? -Math.Min(seconds, 300) : seconds / 8);
            var (person, moment) = (_people[who], new Moment(_now, _now, _campaign, _options));
            var rose = Ledger.Records.OfType<RoseState>().ElementAtOrDefault(seconds % Math.Max(1, _roses));
            var command = new CommandId(Guid.CreateVersion7(_now.AddTicks(++_commands)));
            LedgerState changed = what <= 5 || rose is null ? person : rose;
            var before = changed.HasChanges;
            Assert.False(before);
            Act(what, person, _people[other], rose, command, moment, seconds);
            Ledger.Commit(changed);
        }

        private static long Wake(Moment moment, int seconds) => seconds % 2 == 0 ? 0 : moment.Milliseconds / 60_000 * 60_000;

        private void Act(int what, ParticipantState person, ParticipantState other, RoseState? rose, CommandId command, Moment moment, int seconds)
        {
            var held = seconds % 3 == 0;
            var letter = new Letter { Reason = "r", Preset = "p", Anonymous = seconds % 5 == 0, Checking = held, TextState = held ? TextState.Held : TextState.Shown, WrittenAt = held ? moment.Milliseconds : 0 };
            var to = seconds % 4 == 0 ? other.Id : default;
            switch (what)
            {
                case <= 2 when _roses < 12:
                    var (sent, _) = ParticipantRules.Send(person, command, 0, new(new Guid(_roses + 1, 1, 0, new byte[8])), letter, to, seconds % 8 == 0, moment, Wake(moment, seconds));
                    _roses += sent == Outcome.Done ? 1 : 0;
                    break;
                case 3:
                    ParticipantRules.Choose(person, command, 0, new(OnBoards: seconds % 2 == 0), [1], letter.TextState, moment);
                    break;
                case 4:
                    ParticipantRules.ReviewName(person, command, other.Id, held, moment, Wake(moment, seconds));
                    break;
                case 5 when seconds % 50 == 0:
                    ParticipantRules.Close(person, moment);
                    break;
                case <= 5:
                    var message = Ledger.Messages.FirstOrDefault(entry => entry.Contains(person.Id.ToString(), StringComparison.Ordinal));
                    if (message is not null)
                    {
                        ParticipantRules.Restore(person, message, moment, Wake(moment, seconds));
                    }

                    break;
                case <= 9 when rose is not null:
                    var giver = _people.FirstOrDefault(p => p.Id == rose.Holder)?.Units ?? new();
                    RoseRules.Claim(rose, command, new(person.Id, null), new(true, false, new(giver.District, giver.Community, giver.Organisation, giver.Company), rose.Offers,
                        Ledger.CountedOf(rose), rose.Hops) { Wake = Wake(moment, seconds) }, moment);
                    RoseRules.Thank(rose, new(Guid.CreateVersion7(_now.AddTicks(++_commands))), rose.Holder, "p", moment, Wake(moment, seconds));
                    break;
                case <= 12 when rose is not null:
                    RoseRules.Offer(rose, command, seconds % 6 == 0 ? person.Id : rose.Holder, 0, letter, to, false, moment);
                    break;
                case 13 when rose is not null:
                    RoseRules.Withdraw(rose, command, person.Id, moment);
                    RoseRules.Report(rose, new(Guid.CreateVersion7(_now)), other.Id, "r", moment);
                    break;
                case 14 when rose is not null:
                    var late = moment with { Now = moment.Now.AddHours(seconds % 2 * 25) };
                    RoseRules.Expire(rose, rose.Offers, late);
                    break;
                case 15 when rose is not null:
                    var offer = 1 + seconds % Math.Max(1, rose.Offers);
                    if (seconds % 3 == 1 && rose.LetterOf(offer) is { } checking)
                    {
                        RoseRules.Checked(rose, offer, checking, new((CheckedAs)(seconds % 5), 100), moment, Wake(moment, seconds));
                    }

                    RoseRules.Review(rose, command, other.Id, offer, held, moment);
                    break;
                case 17 when rose is not null:
                    RoseRules.Leave(rose, command, seconds % 6 == 0 ? person.Id : rose.Holder, Station(seconds), open: true, Facts(rose), Ready, moment, new());
                    break;
                case 18 when rose is not null:
                    RoseRules.TakeLeft(rose, command, person.Id, Station(seconds), Facts(rose), Ready, moment, new());
                    break;
                case 16 when rose is not null && seconds % 4 == 0:
                    var older = (Ledger.Lists.GetValueOrDefault(RoseEffects.Hops(rose.Id)) ?? []).ToDictionary(hop => hop.Number);
                    RoseRules.Void(rose, command, other.Id, "v", older, Ledger.CountedOf(rose), moment);
                    break;
            }
        }

        private static Letter Ready => new() { Reason = "r", Preset = "p" };

        private ClaimFacts Facts(RoseState rose) => new(true, false, new("d1", null, "o", "co"), 0, Ledger.CountedOf(rose), rose.Hops);

        private static StationId Station(int seconds) => new(new Guid(seconds % 2 + 1, 7, 0, new byte[8]));
    }
}
