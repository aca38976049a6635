using CsCheck;
using Engagement.Contracts;
using Engagement.Grains.Acts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Control;
using Engagement.Grains.Couriers;
using Engagement.Grains.Storage;

namespace Engagement.Tests.Control;

/// <summary>Changing a running campaign, and taking it back.</summary>
public sealed class ControlRulesTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 8, 0, 0, ShanghaiDay.Offset);
    private static readonly ParticipantId Boss = new(new Guid(1, 0, 0, new byte[8]));
    private int _commands;

    [Theory]
    [InlineData(ControlField.Sending, "off", true), InlineData(ControlField.Sending, "on", false), InlineData(ControlField.Boards, "closed", false)]
    [InlineData(ControlField.Campaign, "closed", true), InlineData(ControlField.Campaign, "off", false), InlineData(ControlField.Campaign, "", true)]
    [InlineData(ControlField.Allowance, "1", true), InlineData(ControlField.Allowance, "100", true), InlineData(ControlField.Allowance, "0", false)]
    [InlineData(ControlField.Allowance, "101", false), InlineData(ControlField.Allowance, " 8", false), InlineData(ControlField.Allowance, "+8", false), InlineData(ControlField.Allowance, "99999999999", false)]
    [InlineData(ControlField.Notice, "今晚八点起暂停一小时。", true), InlineData(ControlField.Notice, "a\nb", false), InlineData(ControlField.Notice, "分享给三个好友就能抽奖", false)]
    [InlineData(ControlField.Notice, "a\u202eb", false), InlineData(ControlField.None, "", false), InlineData((ControlField)99, "", false)]
    public void Fault_OfAValue_IsWhatTheFieldSays(ControlField field, string value, bool isRight) => Assert.Equal(isRight, ControlRules.Fault(field, value) is null);

    [Fact]
    public void Notice_LongerThanItsLine_IsRefused()
    {
        Assert.Null(ControlRules.Fault(ControlField.Notice, new string('字', 60)));
        Assert.NotNull(ControlRules.Fault(ControlField.Notice, new string('字', 61)));
    }

    [Fact]
    public void Set_SameCommandTwice_ChangesOnce()
    {
        var (state, command) = (new ControlState(), Next());
        Assert.Equal(Outcome.Done, Set(state, ControlField.Sending, "off", command));
        Assert.Equal(Outcome.Done, Set(state, ControlField.Sending, "off", command));
        Assert.Equal(Outcome.CommandReused, Set(state, ControlField.Sending, "", command));
        Assert.Equal(1, state.Changes);
        Assert.Single(state.Effects);
    }

    [Fact]
    public void Set_WhatHolds_IsNeitherAChangeNorOnTheLog()
    {
        var state = new ControlState();
        Set(state, ControlField.Sending, "off");
        Assert.Equal(Outcome.Done, Set(state, ControlField.Sending, "off"));
        Assert.Equal(1, state.Changes);
        Assert.Single(state.Effects);
    }

    [Fact]
    public void Undo_AfterAnotherChangeOfTheField_IsRefused()
    {
        var state = new ControlState();
        Set(state, ControlField.Allowance, "8");
        Set(state, ControlField.Allowance, "9");
        Assert.Equal(Outcome.AlreadyDecided, Undo(state, 1));
        Assert.Equal(Outcome.Done, Undo(state, 2));
        Assert.Equal("8", state.Value(ControlField.Allowance));
        Assert.Equal(Outcome.AlreadyDecided, Undo(state, 2)); // an undo is not undone, it is made again
        Assert.Equal(Outcome.NotFound, Undo(state, 4));
    }

    [Fact]
    public void Allowance_Changed_HoldsFromTheNextDayOn()
    {
        var state = new ControlState();
        Set(state, ControlField.Allowance, "8");
        Set(state, ControlField.Allowance, "9");
        var now = new ControlNow(state);
        Assert.Null(now.PerDay(20260301));
        Assert.Equal(9, now.PerDay(20260302));
        Assert.Equal(Outcome.Done, ControlRules.Set(state, Next(), Boss, ControlField.Allowance, "", "why", Start.AddDays(3), Start).Outcome);
        Assert.Equal(9, now.PerDay(20260304));
        Assert.Null(now.PerDay(20260305));
    }

    [Fact]
    public void Allowance_ThoughtOverAllDay_KeepsWhatHoldsToday()
    {
        var state = new ControlState();
        Set(state, ControlField.Allowance, "8");
        for (var i = 1; i <= ControlState.StepsKept + 5; i++)
        {
            Assert.Equal(Outcome.Done, ControlRules.Set(state, Next(), Boss, ControlField.Allowance, $"{20 + i}", "why", Start.AddDays(1), Start).Outcome);
        }

        var now = new ControlNow(state);
        Assert.Equal(8, now.PerDay(20260302));
        Assert.Equal(20 + ControlState.StepsKept + 5, now.PerDay(20260303));
    }

    [Fact]
    public void Changes_AnyThenUndoneInTurn_LeaveWhatTheConfigurationSays() =>
        Gen.Select(Gen.Int[1, 8], Gen.Int[0, 3], static (field, value) => ((ControlField)field, value)).Array[1, 30].Sample(changes =>
        {
            var state = new ControlState();
            foreach (var (field, value) in changes)
            {
                Assert.Equal(Outcome.Done, Set(state, field, value == 0 ? "" : Value(field, value)));
            }

            while (state.Latest.FindLast(change => ControlRules.CanUndo(state.Latest, change)) is { } latest)
            {
                Assert.Equal(Outcome.Done, Undo(state, latest.Number));
                Assert.Equal(latest.From, state.Value(latest.Field));
            }

            Assert.All(state.Latest.GroupBy(change => change.Field), field => Assert.NotEqual(0, field.Last().Undoes));
            Assert.Equal(state.Changes, state.Effects.Count); // each change has its line on the log
        }, iter: 300);

    [Fact]
    public void Latest_ManyChanges_StaysBounded()
    {
        var state = new ControlState();
        for (var i = 0; i < 120; i++)
        {
            Set(state, ControlField.Boards, i % 2 == 0 ? "off" : "");
        }

        Assert.Equal(ControlState.Kept, state.Latest.Count);
        Assert.Equal(120, state.Latest[^1].Number);
        Assert.Equal(Outcome.NotFound, Undo(state, 1));
    }

    [Theory, InlineData(true), InlineData(false)]
    public void Act_LoggedInACampaignThatAnOperatorClosed_IsRefused(bool closed)
    {
        var (courier, command, options) = (new CourierState { Active = true }, Next(), new ActOptions());
        var moment = new ActMoment(Start, Start, new(), options, 0) { Control = Closed(closed) };
        var receipt = CourierRules.Log(courier, new(command.Value), command, new("helmet", new()), "440703", null, 1, moment);
        Assert.Equal(closed ? Outcome.CampaignClosed : Outcome.Done, receipt.Outcome);
    }

    private static ControlNow Closed(bool closed)
    {
        var state = new ControlState();
        if (closed)
        {
            state.Values[ControlField.Campaign] = ControlRules.Closed;
        }

        return new(state);
    }

    private static string Value(ControlField field, int value) => field switch
    {
        ControlField.Campaign => ControlRules.Closed,
        ControlField.Allowance => value.ToString(System.Globalization.CultureInfo.InvariantCulture),
        ControlField.Notice or ControlField.NoticeEnglish => "line " + value,
        _ => ControlRules.Off,
    };

    private CommandId Next() => new(Guid.CreateVersion7(Start.AddTicks(++_commands * 10_000L)));

    private Outcome Set(ControlState state, ControlField field, string value, CommandId command = default) =>
        ControlRules.Set(state, command == default ? Next() : command, Boss, field, value, "why", Start, Start).Outcome;

    private Outcome Undo(ControlState state, int change) => ControlRules.Undo(state, Next(), Boss, change, Start, Start).Outcome;
}
