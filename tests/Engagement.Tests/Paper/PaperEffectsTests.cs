using CsCheck;
using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Paper;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;
using Engagement.Tests.Roses;

namespace Engagement.Tests.Paper;

/// <summary>For every commit of batches and roses of paper, effects = Derived(after) - Derived(before), and a rose is in one hand (ledger.md test 10).</summary>
public sealed class PaperEffectsTests
{
    private const int Codes = 6;

    private static readonly Gen<(int What, int Who, int Serial, int Seconds)[]> Commands =
        Gen.Select(Gen.Int[0, 17], Gen.Int[0, 4], Gen.Int[0, Codes - 1], Gen.Int[0, 3_000], static (a, b, c, d) => (a, b, c, d)).Array[1, 90];

    [Fact]
    public void Rules_RandomCommandsOnPaper_EffectsAreTheDifferenceOfDerived() => Commands.Sample(commands =>
    {
        var city = new Model();
        foreach (var command in commands)
        {
            city.Run(command.What, command.Who, command.Serial, command.Seconds);
            var differences = city.Ledger.Differences();
            Assert.True(differences.Count == 0, $"after {command}: {string.Join('\n', differences)}");
            Assert.Equal(city.Roses.Count(), city.Batches.Sum(batch => batch.Born));
        }
    }, iter: 1_500);

    /// <summary>Five people, two stations, a batch of seeds and one of stickers, and their new prints.</summary>
    private sealed class Model
    {
        private readonly CampaignOptions _campaign = new();
        private readonly RoseOptions _roses = new() { ReceiptsPerDay = 2 };
        private readonly PaperOptions _paper = new() { ScannersPerHour = 3, OfflineHours = 1 };
        private DateTimeOffset _now = new(2026, 3, 1, 8, 0, 0, ShanghaiDay.Offset);
        private int _commands;

        public Model()
        {
            var batch = new RoseBatchState();
            BatchRules.Issue(batch, 1, Command(), new(Person(0), Codes, "seeds", "co-sf"), knowsSeed: true, Moment);
            batch.Follow(new Birth(RoseBatchState.Kind, "1", batch));
            Ledger.Commit(batch);
            var stickers = new RoseBatchState();
            BatchRules.Issue(stickers, 2, Command(), new(Person(0), Codes, "stickers", Free: true), knowsSeed: false, Moment);
            stickers.Follow(new Birth(RoseBatchState.Kind, "2", stickers));
            Ledger.Commit(stickers);
        }

        public LedgerModel Ledger { get; } = new();

        public IEnumerable<RoseBatchState> Batches => Ledger.Records.OfType<RoseBatchState>();

        public IEnumerable<RoseState> Roses => Ledger.Records.OfType<RoseState>();

        private Moment Moment => new(_now, _now, _campaign, _roses);

        public void Run(int what, int who, int serial, int seconds)
        {
            _now = _now.AddSeconds(seconds / 8);
            var batch = Batches.ElementAt(serial % Batches.Count());
            var place = serial % batch.Size;
            var rose = Roses.SingleOrDefault(rose => rose.Id == Rose(batch.CodeOf(place)));
            LedgerState changed = what is 0 or 1 || rose is null ? batch : rose;
            Act(what, Person(who), batch, place, rose, seconds);
            Ledger.Commit(changed);
        }

        private void Act(int what, ParticipantId who, RoseBatchState batch, int place, RoseState? rose, int seconds)
        {
            var scan = seconds % 4 == 0 ? new PaperScan(who, _now.AddMinutes(-seconds % 90).ToUnixTimeMilliseconds(), seconds) : new PaperScan(who);
            switch (what)
            {
                case 0:
                    Administer(batch, place, seconds);
                    break;
                case <= 3 when rose is null:
                    BatchRules.Scan(batch, Command(), place, scan, isOpen: true, Rose(batch.CodeOf(place)), Moment);
                    break;
                case <= 8 when rose is not null && what > 1:
                    RoseRules.HandOver(rose, Command(), seconds % 5 == 0 ? who : rose.Holder, Moment, _paper);
                    RoseRules.TakePaper(rose, Command(), scan, Facts(rose, seconds), new() { Reason = "r", Preset = "p" }, Moment with { Now = _now.AddSeconds(seconds % 40) }, _paper);
                    break;
                case <= 10 when rose is not null && what > 1:
                    RoseRules.TakePaper(rose, Command(), scan, Facts(rose, seconds), new() { Reason = "r", Preset = "p" }, Moment, _paper);
                    break;
                case 11 when rose is not null:
                    RoseRules.Keep(rose, Command(), rose.Holder, Moment);
                    break;
                case 12 when rose is not null:
                    RoseRules.Release(rose, Command(), who, "looked", Moment);
                    break;
                case 13 when rose?.Paper?.Late is [var late, ..]:
                    RoseRules.JudgeLate(rose, Command(), who, late.By, seconds % 2 == 0, Facts(rose, seconds), new() { Reason = "r", Preset = "p" }, Moment);
                    break;
                case 14 when rose is not null:
                    RoseRules.Offer(rose, Command(), rose.Holder, 0, new() { Reason = "r", Preset = "p" }, default, false, Moment);
                    RoseRules.Withdraw(rose, Command(), rose.Holder, Moment);
                    Assert.Null(rose.Offer);
                    break;
                case 16 when rose is not null:
                    RoseRules.Leave(rose, Command(), rose.Holder, Station(seconds), open: seconds % 9 != 0, Facts(rose, seconds), new() { Reason = "r", Preset = "p" }, Moment, _paper);
                    break;
                case 17 when rose is not null:
                    RoseRules.TakeLeft(rose, Command(), who, Station(seconds), Facts(rose, seconds), new() { Reason = "r", Preset = "p" }, Moment, _paper);
                    break;
                case 15 when rose is not null && seconds % 4 == 0:
                    var older = (Ledger.Lists.GetValueOrDefault(RoseEffects.Hops(rose.Id)) ?? []).ToDictionary(hop => hop.Number);
                    RoseRules.Void(rose, Command(), who, "v", older, Ledger.CountedOf(rose), Moment);
                    break;
            }
        }

        private void Administer(RoseBatchState batch, int place, int seconds)
        {
            switch (seconds % 5)
            {
                case 0:
                    BatchRules.Hand(batch, Command(), Person(0), seconds % 2 == 0 ? null : "co-sf", seconds % 4 == 1 ? Person(seconds % 3) : default, true, Moment);
                    break;
                case 1 when seconds % 7 == 0:
                    BatchRules.Void(batch, Command(), Person(0), place, batch.Size - 1, "lost", Moment);
                    break;
                case 2 when Batches.Count() < 5:
                    BatchRules.Reissue(batch, Command(), Person(0), place, batch.Size - 1, Batches.Count() + 1, "torn", Moment);
                    break;
                case 3 when batch.Voids?.FindIndex(range => !range.IsDone) is >= 0 and var index:
                    BatchRules.Voided(batch, index, BatchRules.StepOf(batch, batch.Voids![index]));
                    break;
            }
        }

        private ClaimFacts Facts(RoseState rose, int seconds) => new(true, false, new("d1", null, "o", "co-sf"), 0, Ledger.CountedOf(rose), rose.Hops)
        {
            Here = new((seconds % 7) switch { 0 => "d1", 1 => "d2", _ => null }, rose.Paper!.Place == "d1" ? 1 : 0),
        };

        private static StationId Station(int seconds) => new(new Guid(seconds % 2 + 1, 7, 0, new byte[8]));

        private CommandId Command() => new(Guid.CreateVersion7(_now.AddTicks(++_commands)));

        private static ParticipantId Person(int who) => new(new Guid(who + 1, 0, 0, new byte[8]));

        private static RoseId Rose(PaperCode code) => new(new Guid(code.Batch, (short)code.Serial, 1, new byte[8]));
    }
}
