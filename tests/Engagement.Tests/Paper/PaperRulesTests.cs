using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Paper;
using Engagement.Grains.Roses;

namespace Engagement.Tests.Paper;

/// <summary>What a scan, a visitor or an operator knows may be old by the time it is decided: then nothing moves.</summary>
public sealed class PaperRulesTests
{
    private static readonly ParticipantId An = Person(1), Bai = Person(2), Chen = Person(3);
    private static readonly StationId Station = new(new Guid(9, 0, 0, new byte[8]));
    private readonly PaperOptions _options = new();
    private DateTimeOffset _now = new(2026, 3, 1, 8, 0, 0, ShanghaiDay.Offset);
    private int _commands;

    [Fact]
    public void TakePaper_StickerScannedOfflineBeforeItMoved_IsTooLate()
    {
        var rose = Found(free: true);
        var scanned = _now.AddMinutes(1).ToUnixTimeMilliseconds();
        Wait(2);
        Assert.Equal(Outcome.Done, Take(rose, new(Bai)).Outcome);
        Wait(5);
        Assert.Equal(Outcome.AlreadyClaimed, Take(rose, new(Chen, scanned, 1)).Outcome); // Chen stood there when An had it
        Assert.Equal((1, Bai), (rose.Hops, rose.Holder));
    }

    [Fact]
    public void JudgeLate_RoseMovedWhileTheOperatorsFactsWereGathered_IsBusy()
    {
        var rose = Found();
        RoseRules.HandOver(rose, Command(), An, Moment, _options);
        var scanned = _now.AddMinutes(1).ToUnixTimeMilliseconds();
        Wait(73 * 60);
        RoseRules.HandOver(rose, Command(), An, Moment with { Now = _now.AddHours(-73) }, _options); // the window that was open then
        Assert.True(Take(rose, new(Chen, scanned, 1)).Waits);
        Assert.Equal(Outcome.Busy, RoseRules.JudgeLate(rose, Command(), Bai, Chen, true, Facts(rose) with { Hops = 1 }, new(), Moment));
        Assert.Equal((0, An, 1), (rose.Hops, rose.Holder, rose.Paper!.Late!.Count));
        Assert.Equal(Outcome.Done, RoseRules.JudgeLate(rose, Command(), Bai, Chen, true, Facts(rose), new(), Moment));
        Assert.Equal((1, Chen), (rose.Hops, rose.Holder));
    }

    [Fact]
    public void LeaveAndTakeLeft_RoseMovedMeanwhile_AreBusy()
    {
        var rose = Found();
        Assert.Equal(Outcome.Busy, RoseRules.Leave(rose, Command(), An, Station, true, Facts(rose) with { Hops = 3 }, new(), Moment, _options));
        Assert.Equal(Outcome.Done, RoseRules.Leave(rose, Command(), An, Station, true, Facts(rose), new(), Moment, _options));
        Assert.Equal(Outcome.Busy, RoseRules.TakeLeft(rose, Command(), Bai, Station, Facts(rose) with { Hops = 0 }, new(), Moment, _options));
        Assert.True(rose.Lies);
        Assert.Equal(Outcome.Done, RoseRules.TakeLeft(rose, Command(), Bai, Station, Facts(rose), new(), Moment, _options));
        Assert.Equal((2, Bai), (rose.Hops, rose.Holder));
    }

    [Fact]
    public void TakePaper_WhileItLiesAtAStation_MovesOnlyAtTheScreen()
    {
        var rose = Found();
        RoseRules.HandOver(rose, Command(), An, Moment, _options);
        RoseRules.Leave(rose, Command(), An, Station, true, Facts(rose), new(), Moment, _options);
        Wait(1);
        Assert.Equal(Outcome.AlreadyClaimed, Take(rose, new(Bai)).Outcome); // the window closed with it
        Wait(30);
        Assert.Equal(Outcome.Expired, Take(rose, new(Bai)).Outcome);
        Assert.Equal(Outcome.NotHolder, RoseRules.HandOver(rose, Command(), An, Moment, _options).Outcome);
        Assert.True(rose.Lies);
    }

    private RoseState Found(bool free = false) => RoseRules.Found(new(Guid.NewGuid()), new() { Batch = 1, Free = free }, new(An), Command(), Moment, out _);

    private PaperReceipt Take(RoseState rose, PaperScan scan) => RoseRules.TakePaper(rose, Command(), scan, Facts(rose), new(), Moment, _options);

    private static ClaimFacts Facts(RoseState rose) => new(true, false, new(), 0, Counted.No, rose.Hops);

    private Moment Moment => new(_now, _now, new(), new());

    private void Wait(int minutes) => _now = _now.AddMinutes(minutes);

    private CommandId Command() => new(Guid.CreateVersion7(_now.AddTicks(++_commands)));

    private static ParticipantId Person(int who) => new(new Guid(who, 0, 0, new byte[8]));
}
