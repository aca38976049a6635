using Engagement.Contracts;
using Engagement.Grains.Notices;

namespace Engagement.Tests.Notices;

/// <summary>The ledger of credits: what may be sent, and how often (RR-15).</summary>
public sealed class CreditRulesTests
{
    private static readonly NoticeTemplate Once = new() { Id = "once", Fields = new() { ["thing1"] = "What" } };
    private static readonly NoticeTemplate Long = new() { Id = "long", Kind = TemplateKind.LongTerm };
    private static readonly NoticeTemplate Followers = new() { Id = "fans", Kind = TemplateKind.Follower };
    private static readonly NoticeTemplate Mini = new() { Id = "mini", Kind = TemplateKind.MiniProgram };
    private static readonly NoticeOptions Options = new() { Templates = [Long, Once] };
    private static readonly NoticeOptions Both = new() { Templates = [Mini, Once] };

    [Fact]
    public void Answer_SamePushTwice_IsOneCredit()
    {
        var state = Known();
        CreditRules.Answer(state, 1, [new("once", true)], Options);
        CreditRules.Answer(state, 1, [new("once", true)], Options);
        CreditRules.Answer(state, 2, [new("once", true), new("unknown", true)], Options);
        Assert.Equal([new TemplateCredit("once", 2)], state.Credits);
    }

    [Fact]
    public void Answer_LongTerm_HoldsUntilRejected()
    {
        var state = Known();
        CreditRules.Answer(state, 1, [new("long", true)], Options);
        for (var i = 0; i < 5; i++)
        {
            Sends(state, Long, SendOutcome.Taken);
            Assert.Same(Long, CreditRules.Usable(state, Options));
        }

        CreditRules.Answer(state, 2, [new("long", false)], Options);
        Assert.Null(CreditRules.Usable(state, Options));
    }

    [Fact]
    public void Usable_NoCredit_IsNothing() => Assert.Null(CreditRules.Usable(Known(), Options));

    [Fact]
    public void Usable_WithoutAnOpenId_IsNothing()
    {
        var state = Known();
        CreditRules.Answer(state, 1, [new("once", true)], Options);
        state.OpenId = null;
        Assert.Null(CreditRules.Usable(state, Options));
    }

    [Fact]
    public void Begin_LastCredit_LeavesNone()
    {
        var state = With("once");
        CreditRules.Begin(state, Once, 3, 100, 50, 101);
        Assert.Null(CreditRules.Usable(state, Options));
        Assert.Equal((100, 50, SendState.Unknown), (state.ToldUpTo, state.Turn, state.Sent[0].State));
    }

    [Theory]
    [InlineData(SendOutcome.Unknown, SendState.Unknown, 1, false)]
    [InlineData(SendOutcome.Taken, SendState.Accepted, 1, false)]
    [InlineData(SendOutcome.Refused, SendState.Refused, 0, true)]
    [InlineData(SendOutcome.NotNow, SendState.Failed, 2, true)]
    [InlineData(SendOutcome.Never, SendState.Failed, 2, false)]
    public void Finish_EveryOutcome_KeepsTheLedgerRight(SendOutcome outcome, SendState sent, int left, bool looksAgain)
    {
        var state = With("once", "once");
        Sends(state, Once, outcome);
        Assert.Equal((sent, left), (state.Sent[^1].State, CreditRules.CreditsOf(state, "once")));
        Assert.Equal((looksAgain, looksAgain ? 0L : 100L), (state.DigestDue > 0, state.ToldUpTo));
    }

    [Fact]
    public void Finish_NotFollowing_MarksThePersonAway()
    {
        var options = new NoticeOptions { Templates = [Followers] };
        var state = Known();
        CreditRules.Follow(state, follows: true, 10);
        Assert.Same(Followers, CreditRules.Usable(state, options));
        Sends(state, Followers, SendOutcome.Away);
        Assert.Null(CreditRules.Usable(state, options));
        CreditRules.Follow(state, follows: true, 20);
        Assert.Same(Followers, CreditRules.Usable(state, options));
    }

    [Fact]
    public void Finish_NeverTaken_GivesUpAfterThreeTries()
    {
        var state = With("once");
        for (var i = 0; i < 4; i++)
        {
            (state.DigestDue, state.ToldUpTo) = (0, 0);
            Sends(state, Once, SendOutcome.NotNow);
        }

        Assert.Equal((0L, 100L), (state.DigestDue, state.ToldUpTo)); // the inbox alone tells
    }

    [Fact]
    public void Follow_OlderEventComesLate_ChangesNothing()
    {
        var state = Known();
        CreditRules.Follow(state, follows: true, 20);
        CreditRules.Follow(state, follows: false, 10);
        Assert.Equal(FollowState.Follows, state.Following);
    }

    [Fact]
    public void Answer_EachChannel_SpeaksOfItsOwnTemplates()
    {
        var state = Known();
        CreditRules.Answer(state, 1, [new("mini", true), new("once", true)], Both);
        CreditRules.Answer(state, 2, [new("mini", true), new("once", true)], Both, inMiniProgram: true);
        Assert.Equal([new TemplateCredit("once", 1), new TemplateCredit("mini", 1)], state.Credits);
    }

    [Fact]
    public void Usable_BothPossible_IsTheServiceAccountsThenTheMiniPrograms()
    {
        var state = Known();
        CreditRules.Answer(state, 1, [new("once", true)], Both);
        CreditRules.Answer(state, 2, [new("mini", true)], Both, inMiniProgram: true);
        Assert.Same(Once, CreditRules.Usable(state, Both));
        Sends(state, Once, SendOutcome.Taken);
        Assert.Same(Mini, CreditRules.Usable(state, Both));
        Sends(state, Mini, SendOutcome.Taken);
        Assert.Null(CreditRules.Usable(state, Both));
    }

    [Theory, InlineData(SendOutcome.Refused), InlineData(SendOutcome.Away)]
    public void Finish_MiniProgramRefused_SaysNothingAboutTheServiceAccount(SendOutcome outcome)
    {
        var state = new NoticeState { Id = new(Guid.NewGuid()), Following = FollowState.Follows };
        CreditRules.Answer(state, 1, [new("mini", true)], Both, inMiniProgram: true);
        Assert.Same(Mini, CreditRules.Usable(state, Both)); // without an openid of the service account
        CreditRules.Answer(state, 2, [new("mini", true)], Both, inMiniProgram: true);
        Sends(state, Mini, outcome);
        Assert.Equal((0, FollowState.Follows), (CreditRules.CreditsOf(state, "mini"), state.Following));
    }

    [Fact]
    public void Report_Refused_TakesAllCredits()
    {
        var state = With("once", "once", "once");
        Sends(state, Once, SendOutcome.Taken, message: 77);
        CreditRules.Report(state, 9, new("once", "77", DeliveryOutcome.Refused));
        Assert.Equal((0, SendState.Refused), (CreditRules.CreditsOf(state, "once"), state.Sent[0].State));
    }

    [Fact]
    public void Report_WithoutANumberOfOurs_FindsTheLatestOfItsTemplate()
    {
        var state = With("once");
        Sends(state, Once, SendOutcome.Taken);
        CreditRules.Report(state, 9, new("other", "78", DeliveryOutcome.Delivered));
        Assert.Equal(SendState.Accepted, state.Sent[0].State);
        CreditRules.Report(state, 10, new("once", "78", DeliveryOutcome.Delivered));
        Assert.Equal((SendState.Delivered, "78"), (state.Sent[0].State, state.Sent[0].MessageId));
    }

    [Fact]
    public void Erase_Everything_IsGoneForGood()
    {
        var state = With("once");
        CreditRules.Look(state, 5);
        CreditRules.Erase(state);
        CreditRules.Answer(state, 99, [new("once", true)], Options);
        Assert.True(state is { OpenId: null, Salt: [], Credits: [], Sent: [], Pushes: [], DigestDue: 0, Erased: true });
        Assert.Empty(state.Derived());
    }

    [Fact]
    public void ToString_WhatCarriesAnOpenId_SaysNothingOfIt()
    {
        object[] carriers =
        [
            new OpenId("o-an"), new PushFrom("o-an1", "o-an"),
            new OutgoingNotice("o-an", Once, new Dictionary<NoticeKind, int>(), default, "en", "o-an"),
        ];
        Assert.All(carriers, carrier => Assert.DoesNotContain("o-an", carrier.ToString(), StringComparison.Ordinal));
    }

    private static NoticeState Known() => new() { Id = new(Guid.NewGuid()), OpenId = [1], Salt = [2] };

    private static NoticeState With(params string[] accepted)
    {
        var state = Known();
        for (var i = 0; i < accepted.Length; i++)
        {
            CreditRules.Answer(state, (ulong)i + 1, [new(accepted[i], true)], Options);
        }

        return state;
    }

    private static void Sends(NoticeState state, NoticeTemplate template, SendOutcome outcome, long message = 0)
    {
        var before = (state.ToldUpTo, state.Turn);
        CreditRules.Begin(state, template, 1, 100, 50, 101);
        CreditRules.Finish(state, template, new(outcome, message), before, 999);
    }
}
