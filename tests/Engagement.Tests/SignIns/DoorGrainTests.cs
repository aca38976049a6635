using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Sessions;

namespace Engagement.Tests.SignIns;

/// <summary>What one ticket does, whoever asks and however often.</summary>
public sealed class DoorGrainTests
{
    private const string Mine = "a1", Foreign = "b2";
    private static readonly ParticipantId Boss = new(new Guid(1, 0, 0, new byte[8])), Other = new(new Guid(2, 0, 0, new byte[8]));
    private readonly Clock _clock = new();

    [Fact]
    public async Task Ask_AfterTheRightNumber_LetsInOnce()
    {
        var door = await Opened();
        Assert.Equal(DoorState.Waiting, (await door.Ask(Mine)).State);
        Assert.Equal(Outcome.Done, await door.Answer(Boss, 42));
        Assert.Equal(new DoorStep(DoorState.LetIn, Boss), await door.Ask(Mine));
        Assert.Equal(DoorState.Over, (await door.Ask(Mine)).State);
        Assert.Null(await door.Look());
        Assert.Equal(Outcome.Expired, await door.Answer(Boss, 42));
    }

    [Fact]
    public async Task Ask_FromAnotherBrowser_LearnsNothingAndTakesNothing()
    {
        var door = await Opened();
        await door.Answer(Boss, 42);
        Assert.Equal(new DoorStep(DoorState.Over), await door.Ask(Foreign));
        Assert.Equal(new DoorStep(DoorState.Over), await door.Ask(""));
        Assert.Equal(DoorState.LetIn, (await door.Ask(Mine)).State);
    }

    [Fact]
    public async Task Answer_WrongNumber_EndsTheTicket()
    {
        var door = await Opened();
        Assert.Equal(Outcome.Forbidden, await door.Answer(Boss, 41));
        Assert.Equal(Outcome.Expired, await door.Answer(Boss, 42));
        Assert.Equal(DoorState.Refused, (await door.Ask(Mine)).State);
    }

    [Fact]
    public async Task Answer_No_IsTold()
    {
        var door = await Opened();
        Assert.Equal(Outcome.Done, await door.Answer(Boss, 0));
        Assert.Equal(DoorState.Refused, (await door.Ask(Mine)).State);
        Assert.Equal(Outcome.Expired, await door.Answer(Boss, 42));
    }

    [Fact]
    public async Task Answer_Twice_OnlyTheSamePersonsHolds()
    {
        var door = await Opened();
        Assert.Equal(Outcome.Done, await door.Answer(Boss, 42));
        Assert.Equal(Outcome.Done, await door.Answer(Boss, 42)); // a tap that came twice
        Assert.Equal(Outcome.Expired, await door.Answer(Other, 42));
        Assert.Equal(Boss, (await door.Ask(Mine)).By);
    }

    [Fact]
    public async Task Ticket_AfterTwoMinutes_IsOver()
    {
        var door = await Opened();
        _clock.RealNow += DoorGrain.Lifetime;
        Assert.Null(await door.Look());
        Assert.Equal(Outcome.Expired, await door.Answer(Boss, 42));
        Assert.Equal(DoorState.Over, (await door.Ask(Mine)).State);
    }

    [Fact]
    public async Task Entry_AnsweredInTimeAndFetchedTooLate_IsOver()
    {
        var door = await Opened();
        await door.Answer(Boss, 42);
        _clock.RealNow += DoorGrain.Lifetime;
        Assert.Equal(DoorState.Over, (await door.Ask(Mine)).State);
    }

    [Fact]
    public async Task Open_Again_ChangesNothing()
    {
        var door = await Opened();
        await door.Open(Foreign, 77, "");
        Assert.Equal(DoorState.Over, (await door.Ask(Foreign)).State);
        Assert.Contains(42, (await door.Look())!.Choices);
    }

    [Fact]
    public async Task Ticket_ThatNobodyOpened_IsNothing()
    {
        var door = new DoorGrain(_clock);
        Assert.Null(await door.Look());
        Assert.Equal(Outcome.Expired, await door.Answer(Boss, 0));
        Assert.Equal(DoorState.Over, (await door.Ask(Mine)).State);
    }

    [Fact]
    public async Task Look_OfAnyTicket_ShowsThreeNumbersWithTheRightOneAnywhere()
    {
        var places = new HashSet<int>();
        for (var i = 0; i < 200; i++)
        {
            var choices = (await (await Opened()).Look())!.Choices;
            Assert.Equal(3, choices.Distinct().Count());
            Assert.All(choices, number => Assert.InRange(number, 10, 99));
            places.Add(choices.ToList().IndexOf(42));
        }

        Assert.Equal([0, 1, 2], places.Order());
    }

    private async Task<DoorGrain> Opened()
    {
        var door = new DoorGrain(_clock);
        await door.Open(Mine, 42, "Edge · Windows");
        return door;
    }

    private sealed class Clock : ICampaignClock
    {
        public DateTimeOffset RealNow { get; set; } = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

        public DateTimeOffset UtcNow => RealNow;
    }
}
