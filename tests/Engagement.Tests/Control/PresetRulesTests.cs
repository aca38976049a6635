using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Control;

namespace Engagement.Tests.Control;

/// <summary>Preset letters in other words (OP-02): a wording never changes, so whoever chose it is read as they chose.</summary>
public sealed class PresetRulesTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 8, 0, 0, ShanghaiDay.Offset);
    private static readonly ParticipantId Boss = new(new Guid(1, 0, 0, new byte[8]));
    private static readonly Phrase Seeded = new() { Id = "give-way-waited", Zh = "谢谢你停下来。", En = "Thank you for stopping." };
    private static readonly PresetWords New = new("谢谢你等我。", "Thank you for waiting."), Newer = new("谢谢你等我们。", "Thank you for waiting for us.");
    private readonly ControlState _state = new();
    private int _commands;

    [Fact]
    public void Reword_Twice_KeepsEveryWordingUnderItsOwnId()
    {
        Reword(New);
        Reword(Newer);
        Assert.Equal([("give-way-waited.2", New), ("give-way-waited.3", Newer)], _state.Wordings.Select(wording => (wording.Id, wording.Words)));
        Assert.Equal("give-way-waited.3", new ControlNow(_state).Wording(Seeded.Id)!.Id);
        Assert.Null(new ControlNow(_state).Wording("another"));
    }

    [Fact]
    public void Reword_ToWordsThatWereBefore_TakesTheirIdAgain()
    {
        Reword(New);
        Reword(Newer);
        Reword(New);
        Assert.Equal((2, "give-way-waited.2"), (_state.Wordings.Count, _state.Value(ControlField.Preset, Seeded.Id)));
        Reword(new(Seeded.Zh, Seeded.En));
        Assert.Null(new ControlNow(_state).Wording(Seeded.Id)); // as seeded, under the seed's id
        Reword(New);
        Reword(new("", ""));
        Assert.Equal("", _state.Value(ControlField.Preset, Seeded.Id));
        Assert.Equal(2, _state.Wordings.Count);
    }

    [Fact]
    public void Undo_OfAReword_OffersTheWordsBeforeAndForgetsNone()
    {
        Reword(New);
        Reword(Newer);
        Assert.Equal(Outcome.AlreadyDecided, Undo(1));
        Assert.Equal(Outcome.Done, Undo(2));
        Assert.Equal("give-way-waited.2", _state.Value(ControlField.Preset, Seeded.Id));
        Assert.Equal(2, _state.Wordings.Count);
        Assert.Equal(3, _state.Effects.Count); // each change has its line on the log
    }

    [Fact]
    public void Reword_SameCommandTwice_MakesOneWording()
    {
        var command = Next();
        Assert.Equal(Outcome.Done, Reword(New, command).Outcome);
        Assert.Equal(Outcome.Done, Reword(New, command).Outcome);
        Assert.Equal(Outcome.CommandReused, Reword(Newer, command).Outcome);
        Assert.Single(_state.Wordings);
    }

    [Fact]
    public void Reword_BeyondThreeHundred_IsRefusedAndOldOnesCanStillBeTaken()
    {
        for (var i = 0; i < ControlState.MaxWordings; i++)
        {
            Assert.Equal(Outcome.Done, Reword(new($"第 {i} 句", $"No. {i}")).Outcome);
        }

        Assert.Equal(new(Outcome.Invalid, "preset"), Reword(New));
        Assert.Equal(Outcome.Done, Reword(new("第 0 句", "No. 0")).Outcome);
        Assert.Equal(ControlState.MaxWordings, _state.Wordings.Count);
    }

    private Receipt Reword(PresetWords words, CommandId? command = null) => ControlRules.Reword(_state, command ?? Next(), Boss, Seeded, words, "why", Start, Start);

    private Outcome Undo(int change) => ControlRules.Undo(_state, Next(), Boss, change, Start, Start).Outcome;

    private CommandId Next() => new(Guid.CreateVersion7(Start.AddTicks(++_commands * 10_000L)));
}
