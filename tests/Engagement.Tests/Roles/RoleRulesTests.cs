using CsCheck;
using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Participants;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;

namespace Engagement.Tests.Roles;

/// <summary>Who becomes an operator, two operators decide as soon as there are two (OP-01).</summary>
public sealed class RoleRulesTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 8, 0, 0, ShanghaiDay.Offset);
    private static readonly RoleGrant Operator = new(Role.Operator);
    private int _commands;

    [Fact]
    public void Give_ByTheOnlyOperator_HoldsAtOnce()
    {
        var an = Person(3);
        Assert.Equal(new(Outcome.Done), Appoint(an, by: 1, true, operators: [1]));
        Assert.True(an.IsOperator);
    }

    [Fact]
    public void Give_WhereThereAreTwo_WaitsForTheOther()
    {
        var an = Person(3);
        Assert.Equal(new(Outcome.Done, "second"), Appoint(an, by: 1, true, operators: [1, 2]));
        Assert.False(an.IsOperator);
        Assert.Equal(new(Outcome.Done, "second"), Appoint(an, by: 1, true, operators: [1, 2])); // not by the same one twice
        Assert.False(an.IsOperator);
        Assert.Equal(new(Outcome.Done), Appoint(an, by: 2, true, operators: [1, 2]));
        Assert.True(an.IsOperator);
        Assert.Null(an.Proposed);
    }

    [Fact]
    public void Give_AfterThreeDays_IsProposedAnew()
    {
        var an = Person(3);
        Appoint(an, by: 1, true, operators: [1, 2]);
        Assert.Equal(new(Outcome.Done, "second"), Appoint(an, by: 2, true, operators: [1, 2], Start + RoleProposal.Lifetime));
        Assert.False(an.IsOperator);
        Assert.Equal(Id(2), an.Proposed!.By);
    }

    [Fact]
    public void Give_ProposedBySomebodyWhoIsNoOperatorAnyMore_IsProposedAnew()
    {
        var an = Person(3);
        Appoint(an, by: 1, true, operators: [1, 2]);
        Assert.Equal(new(Outcome.Done, "second"), Appoint(an, by: 2, true, operators: [2, 4]));
        Assert.False(an.IsOperator);
    }

    [Fact]
    public void Give_ByNoOperator_IsForbidden() => Assert.Equal(new(Outcome.Forbidden, "by"), Appoint(Person(3), by: 3, true, operators: [1]));

    [Fact]
    public void Take_OneOfTwoFromTheOther_IsForbidden()
    {
        var bai = Boss(2);
        Assert.Equal(new(Outcome.Forbidden, "second"), Appoint(bai, by: 1, false, operators: [1, 2]));
        Assert.True(bai.IsOperator);
    }

    [Fact]
    public void Take_WhereThereAreThree_NeedsTwo()
    {
        var bai = Boss(2);
        Assert.Equal(new(Outcome.Done, "second"), Appoint(bai, by: 1, false, operators: [1, 2, 3]));
        Assert.True(bai.IsOperator);
        Assert.Equal(new(Outcome.Done), Appoint(bai, by: 3, false, operators: [1, 2, 3]));
        Assert.False(bai.IsOperator);
    }

    [Fact]
    public void Take_FromOneself_NeedsNobodyButASecondWhoStays()
    {
        Assert.Equal(new(Outcome.Done), Appoint(Boss(2), by: 2, false, operators: [1, 2]));
        Assert.Equal(new(Outcome.Forbidden, "last"), Appoint(Boss(2), by: 2, false, operators: [2]));
    }

    [Fact]
    public void Take_FromWhomTheConfigurationNames_IsForbidden() =>
        Assert.Equal(new(Outcome.Forbidden, "configuration"), Appoint(Boss(2), by: 1, false, operators: [1, 2, 3], byConfiguration: true));

    [Fact]
    public void Give_SameCommandTwice_IsAnsweredAlike()
    {
        var (an, command) = (Person(3), Next(Start));
        var first = Appoint(an, by: 1, true, operators: [1, 2], command: command);
        var effects = an.Effects.Count;
        Assert.Equal(first, Appoint(an, by: 1, true, operators: [1, 2], command: command));
        Assert.Equal(effects, an.Effects.Count);
    }

    [Fact]
    public void Decline_OfAProposal_EndsIt()
    {
        var an = Person(3);
        Appoint(an, by: 1, true, operators: [1, 2]);
        Assert.Equal(Outcome.Done, ParticipantRules.Decline(an, Next(Start), Id(2), "", At(Start)));
        Assert.Null(an.Proposed);
        Assert.Equal(new(Outcome.Done, "second"), Appoint(an, by: 2, true, operators: [1, 2]));
    }

    [Fact]
    public void Company_GivenAndTaken_ByOneOperator()
    {
        var (an, steward) = (Person(3), new RoleGrant(Role.CompanySteward, "sf"));
        Assert.Equal(new(Outcome.Done), ParticipantRules.Appoint(an, Next(Start), Id(1), steward, true, "why", default, At(Start)));
        Assert.Equal([steward], an.Roles);
        Assert.Equal(new(Outcome.Done), ParticipantRules.Appoint(an, Next(Start), Id(1), steward, false, "why", default, At(Start)));
        Assert.Empty(an.Roles!);
    }

    [Fact]
    public void Commands_AnyOfAnybody_NeverMakeAnOperatorByOneAloneOrLeaveNone() =>
        Gen.Select(Gen.Int[1, 4], Gen.Int[1, 4], Gen.Int[0, 2], Gen.Int[0, 30], static (who, by, what, hours) => (who, by, what, hours)).Array[1, 60].Sample(commands =>
        {
            var people = Enumerable.Range(1, 4).ToDictionary(n => Id(n), n => n <= 2 ? Boss(n) : Person(n));
            var now = Start;
            foreach (var (who, by, what, hours) in commands)
            {
                now = now.AddHours(hours);
                var operators = people.Values.Where(person => person.IsOperator).Select(person => person.Id).ToHashSet();
                var (person, before) = (people[Id(who)], people[Id(who)].IsOperator);
                var proposedBy = person.Proposed?.By;
                var derived = person.Derived().OfType<Index>().Select(index => index.Set).ToHashSet();
                var effects = person.Effects.Count;
                if (what == 2)
                {
                    ParticipantRules.Decline(person, Next(now), Id(by), "", At(now));
                }
                else
                {
                    ParticipantRules.Appoint(person, Next(now), Id(by), Operator, what == 1, "why", new(operators, false), At(now));
                }

                if (person.IsOperator != before && operators.Count >= 2 && by != who)
                {
                    Assert.NotNull(proposedBy);
                    Assert.NotEqual(Id(by), proposedBy);
                    Assert.Contains(Id(by), operators);
                }

                Assert.Contains(people.Values, one => one.IsOperator);

                // What the record stands for changed by what the effects say.
                foreach (var effect in person.Effects.Skip(effects))
                {
                    _ = effect switch { Index index => derived.Add(index.Set), Unindex unindex => derived.Remove(unindex.Set), _ => false };
                }

                Assert.Equal(person.Derived().OfType<Index>().Select(index => index.Set).Order(), derived.Order());
            }
        }, iter: 500);

    private static ParticipantId Id(int n) => new(new Guid(n, 0, 0, new byte[8]));

    private static ParticipantState Person(int n) => new() { Id = Id(n), Since = 1 };

    private static ParticipantState Boss(int n) => new() { Id = Id(n), Since = 1, Roles = [Operator] };

    private static Moment At(DateTimeOffset now) => new(now, now, new(), new());

    private CommandId Next(DateTimeOffset now) => new(Guid.CreateVersion7(now.AddTicks(++_commands * 10_000L)));

    private Receipt Appoint(ParticipantState person, int by, bool holds, int[] operators, DateTimeOffset? at = null, bool byConfiguration = false, CommandId command = default) =>
        ParticipantRules.Appoint(person, command == default ? Next(at ?? Start) : command, Id(by), Operator, holds, "why",
            new(operators.Select(Id).ToHashSet(), byConfiguration), At(at ?? Start));
}
