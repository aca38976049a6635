using Engagement.Contracts;
using Engagement.Grains.Activities;

namespace Engagement.Tests.Activities;

/// <summary>Coming and going, case by case (VH-05, VH-06).</summary>
public sealed class AttendanceRulesTests
{
    [Theory]
    [InlineData(-31, AttendanceWord.TooEarly), InlineData(-30, AttendanceWord.CheckedIn), InlineData(0, AttendanceWord.CheckedIn)]
    [InlineData(30, AttendanceWord.CheckedIn), InlineData(31, AttendanceWord.TooLate)]
    public void In_MinutesAroundTheStart_OpensHalfAnHourBeforeAndAfter(int minutes, AttendanceWord word)
    {
        var day = new AttendanceModel().Until(9 + minutes / 60.0);
        Assert.Equal(word, day.Scan(2, 1, AttendanceSide.In).Word);
        Assert.Equal(word == AttendanceWord.CheckedIn, day.Of(2, 1).In > 0);
    }

    [Fact]
    public void In_LateButSeenByALeader_CountsFromThen()
    {
        var day = new AttendanceModel().Until(10);
        Assert.Equal(AttendanceWord.CheckedIn, day.Tick(0, 2, 1, AttendanceSide.In).Word);
        Assert.Equal(AttendanceWord.CheckedOut, day.Until(12).Scan(2, 1, AttendanceSide.Out).Word);
        Assert.Equal((120, AttendanceMethod.LeaderManual), (day.Minutes(2, 1), day.Of(2, 1).InBy));
        Assert.Equal(AttendanceWord.TooLate, day.Until(12.1).Tick(0, 3, 1, AttendanceSide.In).Word);
    }

    [Theory]
    [InlineData(60, AttendanceWord.CheckedOut), InlineData(61, AttendanceWord.TooLate)]
    public void Out_MinutesAfterTheEnd_ClosesAfterAnHour(int minutes, AttendanceWord word)
    {
        var day = new AttendanceModel().Until(9);
        day.Scan(2, 1, AttendanceSide.In);
        Assert.Equal(word, day.Until(12 + minutes / 60.0).Scan(2, 1, AttendanceSide.Out).Word);
        Assert.Equal(word == AttendanceWord.CheckedOut ? 180 : 0, day.Minutes(2, 1)); // late leaving adds nothing, none at all counts nothing
    }

    [Fact]
    public void Twice_IsNoErrorAndKeepsTheFirst()
    {
        var day = new AttendanceModel().Until(9);
        var first = day.Scan(2, 1, AttendanceSide.In);
        var again = day.Until(9.2).Scan(2, 1, AttendanceSide.In);
        Assert.Equal((Outcome.Done, AttendanceWord.AlreadyIn, first.At), (again.Outcome, again.Word, again.At));
        Assert.Equal(AttendanceWord.AlreadyIn, day.Tick(0, 2, 1, AttendanceSide.In).Word); // two leaders, or one and the board
        Assert.Equal(AttendanceMethod.RotatingCode, day.Of(2, 1).InBy);
    }

    [Fact]
    public void Out_WithoutIn_IsToldSo() => Assert.Equal(AttendanceWord.NotCheckedIn, new AttendanceModel().Until(10).Scan(2, 1, AttendanceSide.Out).Word);

    [Fact]
    public void In_NotSignedUpOrTakenBack_IsToldSo()
    {
        var day = new AttendanceModel().Until(9);
        Assert.Equal(AttendanceWord.NotSignedUp, day.Scan(4, 1, AttendanceSide.In).Word);
        day.Of(2, 1).State = SignUpState.Withdrawn;
        Assert.Equal(AttendanceWord.NotSignedUp, day.Scan(2, 1, AttendanceSide.In).Word);
        Assert.Equal(AttendanceWord.NotFound, day.Scan(2, 9, AttendanceSide.In).Word);
    }

    [Fact]
    public void Cancelled_NobodyComes_AndWhoCameStaysTold()
    {
        var day = new AttendanceModel().Until(9);
        var came = day.Scan(2, 1, AttendanceSide.In);
        day.Activity.Stage = ActivityStage.Cancelled;
        Assert.Equal(AttendanceWord.ActivityCancelled, day.Scan(3, 1, AttendanceSide.In).Word);
        Assert.Equal(AttendanceWord.ActivityCancelled, day.Scan(2, 1, AttendanceSide.Out).Word);
        Assert.Equal(came.At, day.Scan(2, 1, AttendanceSide.In).At);
    }

    [Fact]
    public void Leader_ForThemselves_MayNot()
    {
        var day = new AttendanceModel().Until(9);
        Assert.Equal((Outcome.Forbidden, AttendanceWord.Yourself), (day.Tick(0, 0, 1, AttendanceSide.In).Outcome, day.Tick(0, 0, 1, AttendanceSide.In).Word));
        Assert.Equal(AttendanceWord.CheckedIn, day.Tick(1, 0, 1, AttendanceSide.In).Word);
        Assert.Equal(Outcome.Forbidden, day.Fix(0, 0, 1, 9).Outcome);
    }

    [Fact]
    public void Danger_WhoIsNotInsured_DoesNotTakePart()
    {
        var day = new AttendanceModel();
        (day.Activity.Details, day.Activity.Policy) = (day.Activity.Details with { Danger = true }, "PICC-1");
        day.Of(3, 1).Insured = true;
        Assert.Equal(AttendanceWord.NotInsured, day.Until(9).Scan(2, 1, AttendanceSide.In).Word);
        Assert.Equal(AttendanceWord.CheckedIn, day.Scan(3, 1, AttendanceSide.In).Word);
    }

    [Fact]
    public void Overlapping_SecondShift_HasToWaitForTheFirst()
    {
        var day = new AttendanceModel().Until(9);
        day.Scan(2, 1, AttendanceSide.In);
        Assert.Equal((Outcome.Overlaps, AttendanceWord.Overlapping), (day.Until(11).Scan(2, 2, AttendanceSide.In).Outcome, day.Scan(2, 2, AttendanceSide.In).Word));
        day.Scan(2, 1, AttendanceSide.Out);
        Assert.Equal(AttendanceWord.CheckedIn, day.Scan(2, 2, AttendanceSide.In).Word);
        day.Until(14).Scan(2, 2, AttendanceSide.Out);
        Assert.Equal((120, 180), (day.Minutes(2, 1), day.Minutes(2, 2)));
    }

    [Fact]
    public void Extend_WhileSomebodyWentOn_WaitsForTheirCheckOut()
    {
        var day = new AttendanceModel((9, 12), (12, 14)).Until(9);
        day.Scan(2, 1, AttendanceSide.In);
        day.Until(12).Scan(2, 2, AttendanceSide.In);
        Assert.Equal(Outcome.Overlaps, day.Extend(1, 30).Outcome);
        Assert.Equal(AttendanceWord.CheckedOut, day.Scan(2, 1, AttendanceSide.Out).Word);
        Assert.Equal(Outcome.Done, day.Extend(1, 30).Outcome);
        Assert.Equal(180, day.Minutes(2, 1));
    }

    [Fact]
    public void Minutes_EarlyAndLate_AddNothingUnlessTheEndWasMoved()
    {
        var day = new AttendanceModel((9, 12)).Until(8.5);
        day.Scan(2, 1, AttendanceSide.In);
        day.Until(12.5).Scan(2, 1, AttendanceSide.Out);
        Assert.Equal(180, day.Minutes(2, 1));
        day.Extend(1, 20);
        Assert.Equal(200, day.Minutes(2, 1));
    }

    [Fact]
    public void Minutes_ShiftOverMidnightOrOfMoreThanEightHours_StayWithinTheirLimits()
    {
        var night = new AttendanceModel((22, 26)).Until(22);
        night.Scan(2, 1, AttendanceSide.In);
        night.Until(25).Scan(2, 1, AttendanceSide.Out);
        Assert.Equal(180, night.Minutes(2, 1));
        var day = new AttendanceModel((9, 21)).Until(9);
        day.Scan(2, 1, AttendanceSide.In);
        day.Until(21).Scan(2, 1, AttendanceSide.Out);
        Assert.Equal(480, day.Minutes(2, 1));
    }

    [Fact]
    public void Fix_WhoForgotToCheckOut_WithinTheShiftOnly()
    {
        var day = new AttendanceModel((9, 12)).Until(9);
        day.Scan(2, 1, AttendanceSide.In);
        Assert.Equal(0, day.Until(14).Minutes(2, 1));
        Assert.Equal(new Receipt(Outcome.Invalid, "at"), day.Fix(0, 2, 1, 12.5));
        Assert.Equal(new Receipt(Outcome.Invalid, "at"), day.Fix(0, 2, 1, 8));
        Assert.Equal(Outcome.NotFound, day.Fix(0, 3, 1, 11).Outcome); // never came: that is entered afterwards, by two people
        Assert.Equal(Receipt.Done, day.Fix(0, 2, 1, 11.5));
        Assert.Equal((150, AttendanceMethod.LeaderManual), (day.Minutes(2, 1), day.Of(2, 1).OutBy));
        Assert.Equal(Outcome.AlreadyDecided, day.Fix(0, 2, 1, 11).Outcome);
    }

    [Fact]
    public void Settle_BeforeTheEndOrTwice_AndAfterwardsNothingChanges()
    {
        var day = new AttendanceModel((9, 12)).Until(9);
        day.Scan(2, 1, AttendanceSide.In);
        day.Scan(3, 1, AttendanceSide.In);
        day.Until(11).Scan(2, 1, AttendanceSide.Out);
        Assert.Equal(Outcome.Expired, day.Settle().Outcome);
        var command = day.Until(12.2).Command();
        Assert.Equal(Receipt.Done, day.Settle(command));
        Assert.Equal(Receipt.Done, day.Settle(command));
        Assert.Equal(Outcome.AlreadyDecided, day.Settle().Outcome);
        Assert.Equal((Outcome.AlreadyDecided, AttendanceWord.Settled), (day.Scan(3, 1, AttendanceSide.Out).Outcome, day.Scan(3, 1, AttendanceSide.Out).Word));
        Assert.Equal(Outcome.AlreadyDecided, day.Fix(0, 3, 1, 11).Outcome);
        Assert.Equal(Outcome.AlreadyDecided, day.Extend(1, 30).Outcome);
        Assert.Equal(120, (AttendanceRules.Settled(day.Activity, AttendanceModel.Person(2), 1)!.Out - AttendanceModel.At(9)) / 60_000);
        Assert.Null(AttendanceRules.Settled(day.Activity, AttendanceModel.Person(3), 1)); // open: counts nothing
        day.Finish();
    }

    [Fact]
    public void Duty_NotSettled_RemindsAfterThreeAndSevenWorkingDaysAndIsOverdueAfterTen()
    {
        var day = new AttendanceModel((9, 12)).Until(12); // a Wednesday
        foreach (var (hours, reminders) in new[] { (12.0, 0), (12 + 24 * 6, 1), (12 + 24 * 12, 2), (12 + 24 * 16, 3), (12 + 24 * 30, 3) })
        {
            day.Until(hours);
            AttendanceRules.Remind(day.Activity, DutyStaff.Nobody, day.Moment);
            day.Ledger.Commit(day.Activity);
            Assert.Equal(reminders, day.Activity.Reminders);
            Assert.Empty(day.Ledger.Differences());
        }

        Assert.Equal(Receipt.Done, day.Settle());
        Assert.Empty(day.Ledger.Differences());
    }
}
