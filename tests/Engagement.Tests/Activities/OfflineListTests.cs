using Engagement.Contracts;

namespace Engagement.Tests.Activities;

/// <summary>What a leader ticked off without network, and sent later.</summary>
public sealed class OfflineListTests
{
    private const long Hour = 3_600_000;

    [Fact]
    public void Sync_PhoneWithAWrongClock_IsPutRightByItsOwnInstantOfSending()
    {
        var day = new AttendanceModel((9, 12)).Until(13);
        var answers = day.Sync(0, AttendanceModel.At(15), Entry(2, AttendanceSide.In, 11, 1), Entry(2, AttendanceSide.Out, 14, 2)); // two hours fast
        Assert.Equal([AttendanceWord.CheckedIn, AttendanceWord.CheckedOut], answers.Select(answer => answer.Word));
        var signUp = day.Of(2, 1);
        Assert.Equal((AttendanceModel.At(9), AttendanceModel.At(12), AttendanceMethod.OfflineList), (signUp.In, signUp.Out, signUp.InBy));
        Assert.Equal((AttendanceModel.At(11), 1, AttendanceModel.At(13)), (signUp.InOffline!.Device, signUp.InOffline.Counter, signUp.InOffline.Received)); // both times are kept
        Assert.Equal(180, day.Minutes(2, 1));
    }

    [Fact]
    public void Sync_TwiceAndInAnyOrder_IsTheSameOnce()
    {
        var day = new AttendanceModel((9, 12)).Until(12.5);
        OfflineEntry[] list = [Entry(2, AttendanceSide.Out, 12, 2), Entry(2, AttendanceSide.In, 9, 1)];
        Assert.Equal([AttendanceWord.CheckedOut, AttendanceWord.CheckedIn], day.Sync(0, AttendanceModel.At(12.5), list).Select(answer => answer.Word));
        Assert.Equal([AttendanceWord.AlreadyOut, AttendanceWord.AlreadyIn], day.Sync(0, AttendanceModel.At(12.5), list).Select(answer => answer.Word));
        Assert.Equal([AttendanceWord.AlreadyOut, AttendanceWord.AlreadyIn], day.Sync(1, AttendanceModel.At(12.5), list).Select(answer => answer.Word)); // a second leader's list
        Assert.Equal(180, day.Minutes(2, 1));
    }

    [Fact]
    public void Sync_OutsideTheShift_IsRefusedOrBounded()
    {
        var day = new AttendanceModel((9, 12)).Until(14);
        var answers = day.Sync(0, AttendanceModel.At(14), Entry(2, AttendanceSide.In, 8, 1), Entry(3, AttendanceSide.In, 8.6, 2), Entry(3, AttendanceSide.Out, 12.9, 3), Entry(2, AttendanceSide.In, 12.5, 4),
            Entry(0, AttendanceSide.In, 9, 5), Entry(4, AttendanceSide.In, 9, 6));
        Assert.Equal([AttendanceWord.TooEarly, AttendanceWord.CheckedIn, AttendanceWord.CheckedOut, AttendanceWord.TooLate, AttendanceWord.Yourself, AttendanceWord.NotSignedUp],
            answers.Select(answer => answer.Word));
        Assert.Equal((0, 180), (day.Minutes(2, 1), day.Minutes(3, 1)));
    }

    [Fact]
    public void Sync_AfterThreeDays_WaitsForAReviewerWhoIsNotItsLeader()
    {
        var day = new AttendanceModel((9, 12)).Until(9 + 80);
        var answers = day.Sync(0, AttendanceModel.At(9 + 80), Entry(2, AttendanceSide.In, 9, 1), Entry(2, AttendanceSide.Out, 12, 2));
        Assert.All(answers, answer => Assert.Equal((Outcome.Done, AttendanceWord.Waiting), (answer.Outcome, answer.Word)));
        Assert.Equal(0, day.Minutes(2, 1));
        Assert.Equal(Outcome.Forbidden, day.Confirm(0, 2, 1, true).Outcome);
        Assert.Equal(Receipt.Done, day.Confirm(7, 2, 1, true));
        Assert.Equal(180, day.Minutes(2, 1));
        Assert.Equal(Outcome.AlreadyDecided, day.Confirm(7, 2, 1, false).Outcome);
    }

    [Fact]
    public void Confirm_Struck_NobodyCame()
    {
        var day = new AttendanceModel((9, 12)).Until(9);
        day.Scan(3, 1, AttendanceSide.In);
        day.Until(9 + 80).Sync(0, AttendanceModel.At(9 + 80), Entry(2, AttendanceSide.In, 9, 1), Entry(2, AttendanceSide.Out, 12, 2), Entry(3, AttendanceSide.Out, 12, 3));
        day.Confirm(7, 2, 1, false);
        day.Confirm(7, 3, 1, false);
        Assert.Equal((0L, 0L), (day.Of(2, 1).In, day.Of(2, 1).Out));
        Assert.True(day.Of(3, 1) is { In: > 0, Out: 0, Doubtful: false }); // what the volunteer scanned stays
    }

    [Fact]
    public void Sync_ClockTurnedBetweenTwoTicks_WaitsForAReviewer()
    {
        var day = new AttendanceModel((9, 14)).Until(12.5);
        var answers = day.Sync(0, AttendanceModel.At(12.5), Entry(2, AttendanceSide.In, 10, 1), Entry(3, AttendanceSide.In, 9, 2));
        Assert.Equal([AttendanceWord.CheckedIn, AttendanceWord.Waiting], answers.Select(answer => answer.Word));
        Assert.Equal(AttendanceWord.Waiting, day.Sync(0, AttendanceModel.At(12.5) - 4 * Hour, Entry(1, AttendanceSide.In, 12.4, 3)).Single().Word); // ticked after it was sent
    }

    private static OfflineEntry Entry(int who, AttendanceSide side, double hour, int counter) => new(AttendanceModel.Person(who), 1, side, AttendanceModel.At(hour), counter);
}
