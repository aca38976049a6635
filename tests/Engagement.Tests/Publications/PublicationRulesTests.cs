using CsCheck;
using Engagement.Contracts;
using Engagement.Grains.Notices;
using Engagement.Grains.Publications;
using Engagement.Grains.Storage;
using Engagement.Tests.Roses;

namespace Engagement.Tests.Publications;

/// <summary>Freeze, objections, two pairs of eyes, errata (LB-09).</summary>
public sealed class PublicationRulesTests
{
    private static readonly DateTimeOffset End = new(2026, 11, 29, 16, 0, 0, TimeSpan.Zero);
    private static readonly ParticipantId An = new(new Guid(1, 0, 0, new byte[8])), Bo = new(new Guid(2, 0, 0, new byte[8]));
    private static int _commands;

    [Fact]
    public void Close_FreezesForADayHoweverLateItComes()
    {
        var state = Running();
        var late = End.AddHours(30);
        PublicationRules.Close(state, [1], [], TimeSpan.FromHours(24), late);
        Assert.Equal((PublicationStage.Closed, late.AddHours(24).ToUnixTimeMilliseconds()), (state.Stage, state.FrozenUntil));
        Assert.Equal((0, SnapshotFormat.Hash([1])), (state.Latest!.Number, state.Latest.Hash));
        PublicationRules.Close(state, [2], [], TimeSpan.FromHours(24), late.AddHours(1));
        Assert.Equal(SnapshotFormat.Hash([1]), state.Latest.Hash); // a late sweeper freezes nothing again
    }

    [Fact]
    public void Propose_WhileFrozenOrObjectedTo_IsRefused()
    {
        var state = Closed();
        Assert.Equal(Outcome.Frozen, Propose(state, An, End.AddHours(23)).Outcome);
        Assert.Equal(Outcome.Done, Object(state, An, End.AddHours(2)).Outcome);
        Assert.Equal(Outcome.Frozen, Propose(state, An, End.AddHours(25)).Outcome);
        Assert.Equal(Outcome.Done, Decide(state, 1, upheld: true).Outcome);
        Assert.Equal(Outcome.AlreadyDecided, Decide(state, 1, upheld: false).Outcome);
        Assert.Equal(Outcome.NotFound, Decide(state, 2, upheld: false).Outcome);
        Assert.Equal(Outcome.Done, Propose(state, An, End.AddHours(25)).Outcome);
        Assert.Equal(Outcome.AlreadyDecided, Propose(state, Bo, End.AddHours(25)).Outcome);
    }

    [Fact]
    public void Decide_Objection_IsToldToItsAuthorAlone()
    {
        var state = Closed();
        Object(state, An, End.AddHours(1));
        Assert.Empty(NoticeRules.Of(An, state));
        PublicationRules.Decide(state, Command(), Bo, 1, upheld: false, "核对过", End.AddHours(20), End, wake: 60_000);
        Assert.Contains(state.Effects, effect => effect is Index { Set: "agenda" } index && ((string)index.Member!).StartsWith($"notice:{An}", StringComparison.Ordinal));
        Assert.Contains(state.Derived().OfType<Index>(), index => index.Set == PublicationState.AnsweredTo(An));
        var told = Assert.Single(NoticeRules.Of(An, state));
        Assert.Equal((NoticeKind.ObjectionDismissed, state.Period, End.AddHours(20)), (told.Kind, told.Period, told.At));
        Assert.Empty(NoticeRules.Of(Bo, state));
    }

    [Fact]
    public void Object_OncePerBoardAndPerson_AndOnlyWhileFrozen()
    {
        var state = Closed();
        Assert.Equal(Outcome.Done, Object(state, An, End.AddHours(1)).Outcome);
        Assert.Equal(new(Outcome.Invalid, "board"), Object(state, An, End.AddHours(2)));
        Assert.Equal(Outcome.Expired, Object(state, Bo, End.AddHours(24).AddMinutes(3)).Outcome);
        Assert.Equal(Outcome.NotFound, Object(Running(), Bo, End.AddHours(-1)).Outcome);
    }

    [Theory]
    [InlineData(true, true, Outcome.Forbidden)]
    [InlineData(true, false, Outcome.Done)]
    [InlineData(false, true, Outcome.Done)]
    public void Confirm_ByWhoeverLaidItDown_OnlyWithoutAnotherOperator(bool several, bool same, Outcome outcome)
    {
        var state = Proposed();
        Assert.Equal(outcome, Confirm(state, same ? An : Bo, state.Proposed!.Hash, several).Outcome);
        Assert.Equal(outcome == Outcome.Done ? PublicationStage.Published : PublicationStage.Closed, state.Stage);
    }

    [Fact]
    public void Confirm_AnotherHashThanWasLaidDown_PublishesNothing()
    {
        var state = Proposed();
        Assert.Equal(Outcome.AlreadyDecided, Confirm(state, Bo, SnapshotFormat.Hash([9]), several: true).Outcome);
        Assert.Equal(Outcome.Done, PublicationRules.Withdraw(state, Command(), Bo, state.Proposed!.Hash, End.AddHours(26), End).Outcome);
        Assert.Equal(Outcome.AlreadyDecided, Confirm(state, Bo, SnapshotFormat.Hash([2]), several: true).Outcome);
        Assert.Equal(PublicationStage.Closed, state.Stage);
    }

    [Fact]
    public void Erratum_NeedsAReasonAndADifference_AndKeepsWhatWasPublished()
    {
        var state = Published();
        var first = state.Latest!;
        Assert.Equal(new(Outcome.Invalid, "reason"), Propose(state, An, End.AddDays(3), ""));
        Assert.Equal(new(Outcome.Invalid, "boards"), Propose(state, An, End.AddDays(3), "为什么", differs: false));
        Assert.Equal(Outcome.Done, Propose(state, An, End.AddDays(3), "一件善行被撤销").Outcome);
        Assert.Equal(Outcome.Done, Confirm(state, Bo, state.Proposed!.Hash, several: true).Outcome);
        Assert.Equal((3, first), (state.Editions.Count, state.Editions[1]));
        Assert.Equal((2, "一件善行被撤销"), (state.Latest!.Number, state.Latest.Reason));
    }

    [Fact]
    public void Commands_Repeated_AnswerAsBefore()
    {
        var state = Proposed();
        var command = Command();
        var hash = state.Proposed!.Hash;
        Receipt Again() => PublicationRules.Confirm(state, command, Bo, hash, true, [7], "key", End.AddHours(27), End);
        Assert.Equal(Outcome.Done, Again().Outcome);
        Assert.Equal(Outcome.Done, Again().Outcome);
        Assert.Equal(2, state.Editions.Count);
        Assert.Equal(Outcome.CommandReused, PublicationRules.Withdraw(state, command, Bo, hash, End.AddHours(27), End).Outcome);
    }

    [Fact]
    public void Rules_RandomCommands_EffectsAreTheDifferenceOfDerived() => Gen.Select(Gen.Int[0, 7], Gen.Int[0, 1], Gen.Int[1, 20]).Array[1, 60].Sample(steps =>
    {
        var (state, ledger, now) = (new PublicationState(), new LedgerModel(), End.AddDays(-6));
        ledger.Records.Add(state);
        foreach (var (what, who, hours) in steps)
        {
            now = now.AddHours(hours);
            var by = who == 0 ? An : Bo;
            switch (what)
            {
                case 0: PublicationRules.Begin(state, PublicationPeriod.WeekOf(20261123), End, []); break;
                case 1: PublicationRules.Close(state, [1], [], TimeSpan.FromHours(24), now); break;
                case 2: Object(state, by, now); break;
                case 3: Decide(state, 1 + who, upheld: hours % 2 == 0); break;
                case 4: Propose(state, by, now, state.Stage == PublicationStage.Published ? "r" : ""); break;
                case 5: Confirm(state, by, state.Proposed?.Hash ?? "", several: true); break;
                case 6: PublicationRules.Withdraw(state, Command(), by, state.Proposed?.Hash ?? "", now, End); break;
                default: Propose(state, by, now); break;
            }

            ledger.Commit(state);
            Assert.Empty(ledger.Differences());
            Assert.Equal(state.Editions.Select((_, i) => i), state.Editions.Select(edition => edition.Number));
            Assert.All(state.Editions.Skip(1), edition => Assert.False(edition.ConfirmedBy.IsNone || edition.ConfirmedBy == edition.By)); // always two pairs of eyes
        }
    });

    private static PublicationState Running()
    {
        var state = new PublicationState();
        PublicationRules.Begin(state, PublicationPeriod.WeekOf(20261123), End, []);
        return state;
    }

    private static PublicationState Closed()
    {
        var state = Running();
        PublicationRules.Close(state, [1], [], TimeSpan.FromHours(24), End.AddMinutes(2));
        return state;
    }

    private static PublicationState Proposed()
    {
        var state = Closed();
        Assert.Equal(Outcome.Done, Propose(state, An, End.AddHours(25)).Outcome);
        return state;
    }

    private static PublicationState Published()
    {
        var state = Proposed();
        Assert.Equal(Outcome.Done, Confirm(state, Bo, state.Proposed!.Hash, several: true).Outcome);
        return state;
    }

    private static Receipt Object(PublicationState state, ParticipantId by, DateTimeOffset now) =>
        PublicationRules.Object(state, Command(), 0, new() { By = by, Board = "company", Member = "c", Ground = ObjectionGround.Missing }, now, End);

    private static Receipt Decide(PublicationState state, int number, bool upheld) =>
        PublicationRules.Decide(state, Command(), Bo, number, upheld, "看过了", End.AddHours(20), End);

    private static Receipt Propose(PublicationState state, ParticipantId by, DateTimeOffset now, string reason = "", bool differs = true) =>
        PublicationRules.Propose(state, Command(), by, reason, [2], differs, now, End);

    private static Receipt Confirm(PublicationState state, ParticipantId by, string hash, bool several) =>
        PublicationRules.Confirm(state, Command(), by, hash, several, [7], "key", End.AddHours(26), End);

    private static CommandId Command() => new(Guid.CreateVersion7(End.AddMilliseconds(Interlocked.Increment(ref _commands))));
}
