using CsCheck;
using Engagement.Contracts;
using Engagement.Grains.Storage;
using Engagement.Grains.WeChat;
using Engagement.Tests.Roses;

namespace Engagement.Tests.WeChat.Callbacks;

/// <summary>What pushes do to a follower's record, in any order and number.</summary>
public sealed class FollowerRulesTests
{
    private static readonly DateTimeOffset Start = new(2026, 5, 4, 8, 0, 0, TimeSpan.Zero);
    private static readonly PushReply Answer = new(ReplyKind.Help, [], []);
    private static readonly ParticipantId An = new(new Guid(1, 0, 0, new byte[8])), Bai = new(new Guid(2, 0, 0, new byte[8]));

    private readonly FollowerState _follower = new();

    [Fact]
    public void Receive_SameKeyAgain_GivesTheFirstAnswerAndChangesNothing()
    {
        Assert.Equal(Answer, Receive(PushKind.Ask, key: 1));
        _follower.MarkWriting();
        Assert.Equal(Answer, FollowerRules.Receive(_follower, "id", 1, Push(PushKind.Ask, 0), PushReply.Silent, default, Start.AddMinutes(20)));
        Assert.False(_follower.HasChanges);
        Assert.Equal(1, _follower.Handled);
    }

    [Fact]
    public void Receive_InterleavedRetry_IsKnownThoughItIsNotTheLatest()
    {
        Receive(PushKind.Ask, key: 1);
        Receive(PushKind.Ask, key: 2);
        Receive(PushKind.Ask, key: 1);
        Assert.Equal(2, _follower.Handled);
    }

    [Fact]
    public void Receive_EventsOutOfOrder_NewestDecides()
    {
        Receive(PushKind.Follow, key: 1, at: 100);
        Receive(PushKind.Unfollow, key: 2, at: 90);
        Assert.Equal(100, _follower.FollowedSince);
        Receive(PushKind.Unfollow, key: 3, at: 110);
        Receive(PushKind.Ask, key: 4, at: 105); // written before the person left
        Assert.Equal(0, _follower.FollowedSince);
        Receive(PushKind.Follow, key: 5, at: 110); // in the same second, and it came later
        Assert.Equal(110, _follower.FollowedSince);
    }

    [Fact]
    public void Receive_MessageOfSomebodyWhoseFollowWeNeverSaw_ShowsThatTheyFollow()
    {
        Receive(PushKind.Ask, key: 1, at: 100);
        Assert.Equal(100, _follower.FollowedSince);
        Receive(PushKind.Results, key: 2, at: 101);
        Assert.Equal(100, _follower.FollowedSince);
    }

    [Theory, InlineData(50L), InlineData(0L)]
    public void Learn_NothingKnownYet_HoldsUntilAnEventSaysMore(long since)
    {
        FollowerRules.Learn(_follower, "id", since, Start);
        FollowerRules.Learn(_follower, "id", since == 0 ? 50 : 0, Start.AddDays(1)); // asked twice: the first answer stands
        Assert.Equal(since, _follower.FollowedSince);
        Receive(since == 0 ? PushKind.Follow : PushKind.Unfollow, key: 1, at: Start.ToUnixTimeSeconds() - 5); // WeChat's clock is behind
        Assert.Equal(since == 0 ? Start.ToUnixTimeSeconds() - 5 : 0, _follower.FollowedSince);
    }

    [Fact]
    public void Learn_AfterAnEvent_ChangesNothing()
    {
        Receive(PushKind.Unfollow, key: 1, at: 100);
        FollowerRules.Learn(_follower, "id", 200, Start);
        Assert.Equal((0, 100), (_follower.FollowedSince, _follower.ChangedAt));
    }

    [Fact]
    public void Receive_WordsWeDoNotKnow_GetHelpOnceInAWhile()
    {
        Assert.Equal(Answer, Receive(PushKind.Unknown, key: 1));
        Assert.Equal(ReplyKind.None, Receive(PushKind.Unknown, key: 2, seconds: 30).Kind);
        Assert.Equal(Answer, Receive(PushKind.Ask, key: 3, seconds: 40)); // asked by name
        Assert.Equal(Answer, Receive(PushKind.Unknown, key: 4, seconds: 700));
        Assert.Equal(ReplyKind.None, FollowerRules.Seen(_follower, 2)!.Kind); // and the retry of a silent one stays silent
    }

    [Fact]
    public void Receive_MoreThanOnePersonWrites_IsAcknowledgedAndLeavesNothing()
    {
        for (var i = 0; i < FollowerRules.Most; i++)
        {
            Receive(PushKind.Ask, key: (ulong)i);
        }

        Assert.Equal(ReplyKind.None, Receive(PushKind.Ask, key: 1_000).Kind);
        Assert.Equal(FollowerRules.Most, _follower.Handled);
        Receive(PushKind.Unfollow, key: 1_001, at: 10, leaving: An); // never passed over
        Assert.Single(_follower.Leaving!);
        Assert.Equal(FollowerRules.Most, _follower.Latest!.Count);
        Assert.Equal(Answer, Receive(PushKind.Ask, key: 1_002, seconds: 1_600)); // the horizon passed
        Assert.Single(_follower.Latest!);
    }

    [Fact]
    public void Receive_RandomPushes_EffectsAreTheDifferenceOfDerived() =>
        Gen.Select(Gen.Int[0, 8], Gen.ULong[0, 12], Gen.Int[0, 5], Gen.Bool).Array[1, 120].Sample(pushes =>
        {
            var (follower, ledger, now) = (new FollowerState(), new LedgerModel(), Start);
            ledger.Records.Add(follower);
            foreach (var (what, key, seconds, who) in pushes)
            {
                now = now.AddSeconds(seconds * 60);
                if (what == 7 && follower.Leaving is [var departure, ..])
                {
                    FollowerRules.Left(follower, departure.Person);
                }
                else if (what == 8)
                {
                    FollowerRules.Learn(follower, "id", who ? now.ToUnixTimeSeconds() - seconds : 0, now);
                }
                else
                {
                    var kind = (PushKind)(what % 7);
                    FollowerRules.Receive(follower, "id", key, Push(kind, now.ToUnixTimeSeconds() - seconds * 7), Answer,
                        kind is PushKind.Unfollow or PushKind.Revoke ? who ? An : Bai : default, now);
                }

                ledger.Commit(follower);
                var differences = ledger.Differences();
                Assert.True(differences.Count == 0, string.Join('\n', differences));
            }
        }, iter: 1_000);

    private PushReply Receive(PushKind kind, ulong key, long at = 1, int seconds = 0, ParticipantId leaving = default) =>
        FollowerRules.Receive(_follower, "id", key, Push(kind, at), Answer, leaving, Start.AddSeconds(seconds));

    private static Push Push(PushKind kind, long at) => new("", kind, at, "o");
}
