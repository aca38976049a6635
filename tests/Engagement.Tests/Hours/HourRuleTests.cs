using CsCheck;
using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Hours;
using Engagement.Grains.Recounting;
using Engagement.Grains.Storage;
using Engagement.Tests.Roses;

namespace Engagement.Tests.Hours;

/// <summary>Random ledgers of hours: what must never be never is, whatever comes in which order.</summary>
public sealed class HourRuleTests
{
    // Shifts within three days, up to 15 hours long, also over midnight; people come early, late or leave before the end.
    private static readonly Gen<(int What, int Start, int Length, int Late, int Early)[]> Commands =
        Gen.Select(Gen.Int[0, 10], Gen.Int[0, 4_000], Gen.Int[1, 900], Gen.Int[-30, 90], Gen.Int[-60, 90], static (a, b, c, d, e) => (a, b, c, d, e)).Array[1, 14];

    [Fact]
    public void Ledger_RandomCommands_NeverCountsAMinuteTwiceNorTooMany() => NoMinuteTwice(blind: false);

    [Fact]
    public void Ledger_WithoutALookAround_IsFoundOut() => // the property can fail: with the rule broken on purpose it names its seed
        Assert.Contains("CsCheck_Seed", Assert.Throws<CsCheckException>(() => NoMinuteTwice(blind: true)).Message);

    private static void NoMinuteTwice(bool blind) => Commands.Sample(commands =>
    {
        var ledger = new LedgerOfHours { Blind = blind };
        foreach (var (what, start, length, late, early) in commands)
        {
            ledger.Run(what, start, length, late, early);
            var standing = ledger.Whole.Standing().ToArray();
            var spans = standing.SelectMany(line => line.Spans).OrderBy(span => span.From).ToArray();
            for (var i = 1; i < spans.Length; i++)
            {
                Assert.True(spans[i - 1].To <= spans[i].From, $"{spans[i - 1]} and {spans[i]} overlap");
            }

            Assert.All(standing, line => Assert.InRange(line.Full, 1, 480));
            Assert.All(spans.GroupBy(span => ShanghaiDay.Of(DateTimeOffset.FromUnixTimeMilliseconds(span.From))), day => Assert.InRange(day.Sum(span => span.Minutes), 1, 720));
            Assert.All(spans, span => Assert.Equal(0, (span.To - span.From) % 60_000));
        }
    }, iter: 10_000);

    [Fact]
    public void Totals_RandomCommands_AreTheSumOfEntriesAtEveryInstant() => Commands.Sample(commands =>
    {
        var ledger = new LedgerOfHours();
        var past = new List<HourTotals>();
        foreach (var (what, start, length, late, early) in commands)
        {
            ledger.Run(what, start, length, late, early);
            past.AddRange(Enumerable.Repeat(ledger.Me.Hours, ledger.Me.Hours.Entries - past.Count));
        }

        Assert.All(past.Index(), then => Assert.Equal(then.Item, HourSums.Of(ledger.Entries.Take(then.Index + 1))));
        var lines = ledger.Entries.Where(entry => entry.Offsets.IsNone).Select(entry => ledger.Whole.Of(entry.Id)!).ToArray();
        Assert.All(lines, line => Assert.InRange(line.Net, 0, line.Full));
        Assert.Equal(lines.Sum(line => line.Net), ledger.Me.Hours.Credit + ledger.Me.Hours.Honour + ledger.Me.Hours.Imported);
        Assert.Equal(lines.Sum(line => line.Pending), ledger.Me.Hours.Held);
        Assert.Equal(ledger.Me.Held.Count, lines.Count(line => line.Pending > 0));
        Assert.Equal(lines.Where(line => line.Root.Class == HourClass.Credit).Sum(line => line.Net), ledger.Me.Hours.Credit);
    }, iter: 10_000);

    [Fact]
    public void Chain_AnyFieldOfAnyEntryChanged_IsFound() => Gen.Select(Commands, Gen.Int[0, 1_000], Gen.Int[0, 11]).Sample((commands, which, field) =>
    {
        var ledger = new LedgerOfHours();
        foreach (var (what, start, length, late, early) in commands)
        {
            ledger.Run(what, start, length, late, early);
        }

        Assert.Empty(Check(ledger, ledger.Entries));
        if (ledger.Entries.Count == 0)
        {
            return;
        }

        var entries = ledger.Entries.ToList();
        var at = which % entries.Count;
        var entry = entries[at];
        if (field == 11)
        {
            entries.RemoveAt(at);
        }
        else
        {
            entries[at] = field switch
            {
                0 => entry with { Minutes = entry.Minutes + 1 },
                1 => entry with { Class = entry.Class == HourClass.Credit ? HourClass.Honour : HourClass.Credit },
                2 => entry with { Organisation = "other" },
                3 => entry with { From = entry.From + 1 },
                4 => entry with { To = entry.To + 1 },
                5 => entry with { Title = "Help" },
                6 => entry with { RecordedAt = entry.RecordedAt - 1 },
                7 => entry with { Pending = entry.Pending + 1 },
                8 => entry with { Counted = [.. entry.Counted, new(0, 60_000)] },
                9 => entry with { Previous = "00" + entry.Previous, Hash = entry.Hash },
                _ => HourChain.Link(entry with { District = "440785" }), // rewritten with a hash of its own
            };
        }

        Assert.NotEmpty(Check(ledger, entries));
    }, iter: 10_000);

    [Fact]
    public void Effects_RandomCommands_AreTheDifferenceOfDerived() => Commands.Sample(commands =>
    {
        var model = new LedgerModel();
        var ledger = new LedgerOfHours { Ledger = model };
        ledger.Me.Follow(new Birth("volunteer", "", ledger.Me));
        model.Commit(ledger.Me);
        foreach (var (what, start, length, late, early) in commands)
        {
            ledger.Run(what, start, length, late, early);
            Assert.Empty(model.Differences());
        }
    }, iter: 1_000);

    [Theory]
    [InlineData(540, 180, -15, -20, 180)] // came early, left late: neither adds
    [InlineData(540, 180, 15, 0, 165)] // came 15 minutes late
    [InlineData(540, 180, 0, 30, 150)]
    [InlineData(1_320, 240, 0, 0, 240)] // 22:00 to 02:00
    [InlineData(540, 600, 0, 0, 480)] // 8 hours at most
    [InlineData(540, 60, 70, 0, 0)] // came after the end
    public void Record_OneShift_CountsWhatWasServed(int start, int length, int late, int early, int minutes)
    {
        var ledger = new LedgerOfHours();
        Assert.Equal(minutes, ledger.Record(EntryKind.Attended, HourClass.Credit, start, length, late, early).Minutes);
    }

    [Fact]
    public void Record_WithoutCheckOut_CountsNothing()
    {
        var ledger = new LedgerOfHours();
        Assert.Equal((0, 0), (ledger.Record(EntryKind.Attended, HourClass.Credit, 540, 180, 0, 0, noOut: true).Minutes, ledger.Me.Hours.Held));
    }

    [Fact]
    public void Record_OverMidnight_FillsTheDayBeforeAndTheDayAfter()
    {
        var ledger = new LedgerOfHours();
        ledger.Record(EntryKind.Attended, HourClass.Credit, 0, 420, 0, 0);
        ledger.Record(EntryKind.Attended, HourClass.Credit, 480, 270, 0, 0); // 690 of the first day's 720
        var night = ledger.Record(EntryKind.Attended, HourClass.Credit, 1_320, 240, 0, 0);
        Assert.Equal([30, 120], night.Counted.Select(span => span.Minutes)); // what is left of the first, and all of the second
    }

    [Fact]
    public void Record_AtTheSameTime_IsHeldUntilAReviewerDecides()
    {
        var ledger = new LedgerOfHours();
        ledger.Record(EntryKind.Attended, HourClass.Credit, 540, 120, 0, 0);
        var second = ledger.Record(EntryKind.Attended, HourClass.Credit, 600, 120, 0, 0);
        Assert.Equal((0, 120, 120, 120), (second.Minutes, second.Pending, ledger.Me.Hours.Credit, ledger.Me.Hours.Held));
        Assert.Equal(Outcome.Done, ledger.Decide(second.Id, counts: true).Outcome);
        Assert.Equal((180, 0), (ledger.Me.Hours.Credit, ledger.Me.Hours.Held)); // the hour that both cover counts once
        Assert.Equal(Outcome.AlreadyDecided, ledger.Decide(second.Id, counts: false).Outcome);
    }

    [Fact]
    public void Decide_NotReleased_CountsNothingAndIsKept()
    {
        var ledger = new LedgerOfHours();
        ledger.Record(EntryKind.Attended, HourClass.Credit, 540, 120, 0, 0);
        var second = ledger.Record(EntryKind.MakeUp, HourClass.Honour, 600, 120, 0, 0);
        ledger.Decide(second.Id, counts: false);
        Assert.Equal((120, 0, 0, 3), (ledger.Me.Hours.Credit, ledger.Me.Hours.Honour, ledger.Me.Hours.Held, ledger.Me.Hours.Entries));
    }

    [Fact]
    public void Offset_NeverBelowNothingNorAboveWhatWasCounted()
    {
        var ledger = new LedgerOfHours();
        var entry = ledger.Record(EntryKind.Attended, HourClass.Credit, 540, 120, 0, 0);
        Assert.Equal("minutes", ledger.Offset(entry.Id, -121).Field);
        Assert.Equal("minutes", ledger.Offset(entry.Id, 1).Field);
        Assert.Equal("minutes", ledger.Offset(entry.Id, 0).Field);
        Assert.Equal(Outcome.Done, ledger.Offset(entry.Id, -120).Outcome);
        Assert.Equal(Outcome.Done, ledger.Offset(entry.Id, 120, HourReason.TakenBack).Outcome);
        Assert.Equal((120, 3), (ledger.Me.Hours.Credit, ledger.Me.Hours.Entries));
    }

    [Fact]
    public void EnteredByHand_OffsetAndDecision_ChangeWhatItsPersonEntered()
    {
        var ledger = new LedgerOfHours();
        var by = new ParticipantId(new Guid(5, 0, 0, new byte[8]));
        var first = ledger.Record(EntryKind.MakeUp, HourClass.Honour, 540, 120, 0, 0, ledBy: by);
        ledger.Offset(first.Id, -20);
        var held = ledger.Record(EntryKind.MakeUp, HourClass.Honour, 600, 120, 0, 0, ledBy: by); // an hour of it is new
        ledger.Decide(held.Id, counts: true);
        ledger.Record(EntryKind.Attended, HourClass.Credit, 900, 60, 0, 0, ledBy: by); // a code was scanned: nobody's hand
        var entered = ledger.Entries.SelectMany(HourEffects.Of).OfType<Count>().Where(count => count.Field == $"by:{by}").Select(count => count.N);
        Assert.Equal([120, -20, 0, 60], entered);
        Assert.All(ledger.Entries, entry => Assert.True(HourChain.Holds(entry)));
        Assert.False(HourChain.Holds(ledger.Entries[1] with { EnteredBy = LedgerOfHours.Somebody }));
    }

    [Fact]
    public void Offset_GivesTimeBackThatSomethingElseCountsByNow_IsRefused()
    {
        var ledger = new LedgerOfHours();
        var first = ledger.Record(EntryKind.Attended, HourClass.Credit, 540, 120, 0, 0);
        ledger.Offset(first.Id, -120);
        Assert.Equal(120, ledger.Record(EntryKind.Attended, HourClass.Credit, 540, 120, 0, 0).Minutes);
        Assert.Equal(Outcome.AlreadyClaimed, ledger.Offset(first.Id, 120, HourReason.TakenBack).Outcome);
    }

    private static List<Difference> Check(LedgerOfHours ledger, IEnumerable<ServiceRecord> entries)
    {
        var books = new HourLedgers();
        books.Add(ledger.Me);
        foreach (var entry in entries)
        {
            books.Add(entry);
        }

        return [.. books.Differences()];
    }
}
