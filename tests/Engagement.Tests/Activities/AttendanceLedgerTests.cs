using Engagement.Contracts;
using Engagement.Grains.Activities;
using Engagement.Tests.Storage;

namespace Engagement.Tests.Activities;

/// <summary>Attendance on a real store: stampedes, two leaders, settlements; each test closed by a recount.</summary>
[Collection(StoreTests.Name)]
public sealed class AttendanceLedgerTests(StoreFixture stores)
{
    [RedisFact]
    public async Task Attend_ManyAtOnceAndEachTwice_NoneLostNoneTwice()
    {
        await using var city = await ActivityCity.StartAsync(await stores.ConnectionAsync(StoreKind.Redis));
        var (id, activity, organiser, people) = await RunningAsync(city, 200);
        var board = (await activity.Board(organiser, 1, AttendanceSide.In))!;
        Assert.Equal((0, 200), (board.In, board.Expected));
        var answers = await Task.WhenAll(people.Concat(people).Select(who => activity.Attend(who, new(1, AttendanceSide.In, board.Text))));
        Assert.All(answers, answer => Assert.Equal(Outcome.Done, answer.Outcome));
        Assert.Equal(200, answers.Count(answer => answer.Word == AttendanceWord.CheckedIn));
        var came = (await city.StateAsync(id)).SignUps;
        Assert.All(people, who => Assert.True(came[new(who, 1)].In > 0));
        Assert.Equal((200, 200), ((await activity.Board(organiser, 1, AttendanceSide.In))!.In, (await activity.Board(organiser, 1, AttendanceSide.In))!.Expected));
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Attend_CodeOfAnotherPersonsPhone_IsOnesOwnCheckIn()
    {
        await using var city = await ActivityCity.StartAsync(await stores.ConnectionAsync(StoreKind.Redis));
        var (id, activity, organiser, people) = await RunningAsync(city, 2);
        var code = (await activity.Board(organiser, 1, AttendanceSide.In))!.Text;
        Assert.Equal(AttendanceWord.CheckedIn, (await activity.Attend(people[0], new(1, AttendanceSide.In, code))).Word);
        Assert.Equal(0, (await city.StateAsync(id)).SignUps[new(people[1], 1)].In);
        city.Clock.Advance(TimeSpan.FromSeconds(46)); // a photo of the board is dead
        Assert.Equal((Outcome.Expired, AttendanceWord.CodeOver), await OfAsync(activity.Attend(people[1], new(1, AttendanceSide.In, code))));
        Assert.Equal(AttendanceWord.AlreadyIn, (await activity.Attend(people[0], new(1, AttendanceSide.In, code))).Word); // a lost answer is asked for again
        Assert.Equal((Outcome.NotFound, AttendanceWord.CodeWrong), await OfAsync(activity.Attend(people[1], new(1, AttendanceSide.Out, code))));
        Assert.Equal((Outcome.NotFound, AttendanceWord.NotFound), await OfAsync(activity.Attend(people[1], new(7, AttendanceSide.In, code))));
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Seen_CodeThatWasScannedInTime_IsGoodForTenMinutesAndForItsShiftOnly()
    {
        await using var city = await ActivityCity.StartAsync(await stores.ConnectionAsync(StoreKind.Redis));
        var (_, activity, organiser, people) = await RunningAsync(city, 2);
        var seen = await activity.Seen(1, AttendanceSide.In, (await activity.Board(organiser, 1, AttendanceSide.In))!.Text);
        Assert.Equal(Outcome.NotFound, (await activity.Seen(1, AttendanceSide.In, "AAAAAAAAAAAAAAAAAAAAAA")).Outcome);
        city.Clock.Advance(TimeSpan.FromMinutes(9));
        var came = await activity.Attend(people[0], new(1, AttendanceSide.In, null, seen.Pass));
        Assert.Equal((AttendanceWord.CheckedIn, seen.Pass!.SeenAt), (came.Word, came.At)); // when they stood there, not when they had signed in
        Assert.Equal(AttendanceWord.CodeWrong, (await activity.Attend(people[0], new(1, AttendanceSide.Out, null, seen.Pass))).Word);
        city.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(AttendanceWord.CodeOver, (await activity.Attend(people[1], new(1, AttendanceSide.In, null, seen.Pass))).Word);
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Attend_ManyWrongDigits_HasToWait()
    {
        await using var city = await ActivityCity.StartAsync(await stores.ConnectionAsync(StoreKind.Redis));
        var (_, activity, organiser, people) = await RunningAsync(city, 2);
        var digits = (await activity.Board(organiser, 1, AttendanceSide.In))!.Digits;
        var wrong = digits == "000000" ? "000001" : "000000";
        for (var i = 0; i < 10; i++)
        {
            Assert.NotEqual(Outcome.Done, (await activity.Attend(people[0], new(1, AttendanceSide.In, wrong))).Outcome);
        }

        Assert.Equal((Outcome.SlowDown, AttendanceWord.TooManyCodes), await OfAsync(activity.Attend(people[0], new(1, AttendanceSide.In, digits))));
        Assert.Equal(AttendanceWord.CheckedIn, (await activity.Attend(people[1], new(1, AttendanceSide.In, digits))).Word);
        Assert.Equal(AttendanceWord.CheckedIn, (await activity.Mark(organiser, new(people[0], 1, AttendanceSide.In, AttendanceMethod.LeaderScan))).Word);
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Attend_WalkIn_SignsUpOnTheSpotWhileThereIsRoomAndIsFlagged()
    {
        await using var city = await ActivityCity.StartAsync(await stores.ConnectionAsync(StoreKind.Redis));
        var (id, activity, organiser, people) = await RunningAsync(city, 2, places: 3);
        var (first, second) = (await city.CitizenAsync(), await city.CitizenAsync());
        var code = (await activity.Board(organiser, 1, AttendanceSide.In))!.Text;
        Assert.Equal(AttendanceWord.NotSignedUp, (await activity.Attend(first, new(1, AttendanceSide.In, code))).Word);
        Assert.Equal(AttendanceWord.CodeWrong, (await activity.Attend(first, new(1, AttendanceSide.In, "AAAAAAAAAAAAAAAAAAAAAA", WalkIn: true))).Word);
        Assert.Null((await city.StateAsync(id)).SignUpOf(first, 1)); // nobody signs up from afar
        Assert.Equal(AttendanceWord.CheckedIn, (await activity.Attend(first, new(1, AttendanceSide.In, code, WalkIn: true))).Word);
        Assert.Equal((Outcome.Full, AttendanceWord.NoRoom), await OfAsync(activity.Attend(second, new(1, AttendanceSide.In, code, WalkIn: true))));
        var state = await city.StateAsync(id);
        Assert.True(state.SignUpOf(first, 1) is { WalkIn: true, In: > 0, State: SignUpState.Confirmed });
        Assert.False(state.SignUpOf(people[0], 1)!.WalkIn);
        await city.SweepAsync();
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Leaders_TwoAtOnce_TickEverybodyOnce()
    {
        await using var city = await ActivityCity.StartAsync(await stores.ConnectionAsync(StoreKind.Redis));
        var (id, activity, organiser, people) = await RunningAsync(city, 20);
        Assert.Equal(Outcome.NotFound, (await activity.Mark(people[0], new(people[1], 1, AttendanceSide.In, AttendanceMethod.LeaderManual))).Outcome);
        Assert.Null(await activity.Board(people[0], 1, AttendanceSide.In));
        Assert.False((await activity.Sheet(people[0])).Exists);
        Assert.Empty(await activity.Sync(people[0], new(0, [new(people[1], 1, AttendanceSide.In, 0, 1)])));
        Assert.Equal(Outcome.Forbidden, (await activity.Appoint(city.Cell.Command(), people[0], people[0], true)).Outcome);
        Assert.Equal(Receipt.Done, await activity.Appoint(city.Cell.Command(), organiser, people[0], true));
        Assert.Equal(Outcome.NotFound, (await activity.Appoint(city.Cell.Command(), organiser, await city.CitizenAsync(), true)).Outcome);
        var answers = await Task.WhenAll(new[] { organiser, people[0] }.SelectMany(leader => people.Skip(1).Select(who => activity.Mark(leader, new(who, 1, AttendanceSide.In, AttendanceMethod.LeaderManual)))));
        Assert.Equal(19, answers.Count(answer => answer.Word == AttendanceWord.CheckedIn));
        Assert.Equal(19, answers.Count(answer => answer.Word == AttendanceWord.AlreadyIn));
        Assert.Equal(AttendanceWord.Yourself, (await activity.Mark(people[0], new(people[0], 1, AttendanceSide.In, AttendanceMethod.LeaderManual))).Word);
        Assert.Equal(19, (await city.StateAsync(id)).SignUps.Values.Count(signUp => signUp is { In: > 0, InBy: AttendanceMethod.LeaderManual }));
        Assert.Single((await activity.Presence(people[2])).Rows!);
        Assert.Empty((await activity.Presence(people[2])).Leaders!); // who leads is not for everybody
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Settle_WhileOthersCheckOut_AttestsExactlyThoseWhoWereInTime()
    {
        await using var city = await City.StartAsync(await stores.ConnectionAsync(StoreKind.Redis),
            settings: new() { ["Activities:LowestLevel"] = "WeChat", ["Attendance:SettleBatch"] = "7" });
        var (id, activity, organiser, people) = await RunningAsync(city, 40);
        var code = (await activity.Board(organiser, 1, AttendanceSide.In))!.Text;
        await Task.WhenAll(people.Select(who => activity.Attend(who, new(1, AttendanceSide.In, code))));
        Assert.Equal(Outcome.Expired, (await activity.Settle(city.Cell.Command(), organiser)).Outcome);
        city.Clock.Advance(TimeSpan.FromHours(2.2));
        await city.SweepAsync();
        code = (await activity.Board(organiser, 1, AttendanceSide.Out))!.Text;
        Assert.Equal(Outcome.Forbidden, (await activity.Settle(city.Cell.Command(), people[0])).Outcome);
        var command = city.Cell.Command();
        var outs = people.Select(who => activity.Attend(who, new(1, AttendanceSide.Out, code))).ToArray();
        var settled = new[] { activity.Settle(command, organiser), activity.Settle(command, organiser) };
        var words = (await Task.WhenAll(outs)).Select(answer => answer.Word).ToArray();
        Assert.All(await Task.WhenAll(settled), receipt => Assert.Equal(Receipt.Done, receipt));
        Assert.Equal(Outcome.AlreadyDecided, (await activity.Settle(city.Cell.Command(), organiser)).Outcome);
        Assert.All(words, word => Assert.True(word is AttendanceWord.CheckedOut or AttendanceWord.Settled, word.ToString()));

        for (var sweeps = 0; (await city.StateAsync(id)).IsCarrying; sweeps++)
        {
            Assert.InRange(sweeps, 0, 20);
            await city.SweepAsync(); // seven at a time
        }

        await city.SweepAsync();
        foreach (var (who, word) in people.Zip(words))
        {
            Assert.Equal(word == AttendanceWord.CheckedOut, await activity.Settled(who, 1) is { Organisation: ActivityCity.Organisation, InBy: AttendanceMethod.RotatingCode });
        }

        // Each message was sent and taken once: who was in time has their two hours, nobody else anything.
        Assert.DoesNotContain(await city.Redis.SortedSetRangeByRankAsync(city.Keys.Key("agenda")), entry => ((string)entry!).StartsWith("hours:", StringComparison.Ordinal));
        foreach (var (who, word) in people.Zip(words))
        {
            var hours = await city.Volunteer(who).Hours();
            Assert.Equal(word == AttendanceWord.CheckedOut ? 120 : 0, hours.Credit + hours.Held);
        }

        await city.IsCleanAsync();
    }

    private static async Task<(Outcome, AttendanceWord)> OfAsync(Task<AttendanceReceipt> answer) => ((await answer).Outcome, (await answer).Word);

    // A shift of two hours that begins in ten minutes, with everybody signed up.
    private static async Task<(ActivityId Id, IActivityGrain Grain, ParticipantId Organiser, IReadOnlyList<ParticipantId> People)> RunningAsync(City city, int count, int places = 1_000)
    {
        var (id, activity, organiser) = await city.PublishedAsync(Drafts.Of(Drafts.Shift(city.Clock.UtcNow, 24, 26, places)));
        var people = await city.PeopleAsync(count);
        var answers = await Task.WhenAll(people.Select(who => activity.SignUp(city.Cell.Command(), who, 1)));
        Assert.All(answers, answer => Assert.Equal(SignUpState.Confirmed, answer.State));
        city.Clock.Advance(TimeSpan.FromHours(24) - TimeSpan.FromMinutes(10));
        await city.SweepAsync();
        return (id, activity, organiser, people);
    }
}
