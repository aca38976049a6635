using Engagement.WeChat;

namespace Engagement.Tests.WeChat;

/// <summary>The rules of owning tokens, without WeChat and without a cluster.</summary>
public sealed class TokenKeeperTests
{
    private readonly Source source = new();
    private readonly List<KeptTokens> stored = [];
    private DateTimeOffset now = new(2026, 6, 1, 4, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task AccessToken_Many_IsFetchedOnceAndStored()
    {
        var keeper = Keeper();
        var tokens = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => keeper.AccessToken().AsTask()));

        Assert.All(tokens, token => Assert.Equal("t1", token.Value));
        Assert.Equal(["normal"], source.Calls);
        Assert.Equal("t1", Assert.Single(stored).Token!.Value);
    }

    [Fact]
    public async Task AccessToken_LastFiveMinutes_ServesWhileTheNextIsFetchedOnce()
    {
        var keeper = Keeper();
        await keeper.AccessToken();
        now += TimeSpan.FromSeconds(7200 - 301);
        Assert.Equal("t1", (await keeper.AccessToken()).Value);
        Assert.Single(source.Calls);

        now += TimeSpan.FromSeconds(1);
        source.Current = "t2";
        source.Gate = new();
        var early = keeper.AccessToken();
        Assert.True(early.IsCompleted); // nobody waits for a fetch ahead of time
        Assert.Equal("t1", (await early).Value);
        Assert.Equal("t1", (await keeper.AccessToken()).Value);
        source.Gate.SetResult();
        await Fetched(() => stored.Count == 2);

        Assert.Equal("t2", (await keeper.AccessToken()).Value);
        Assert.Equal(["normal", "normal"], source.Calls);
    }

    [Fact]
    public async Task AccessToken_WeChatGivesTheSameInItsLastMinutes_IsNotAskedAtEveryCall()
    {
        source.Lifetime = TimeSpan.FromSeconds(300);
        var keeper = Keeper();
        await keeper.AccessToken();
        now += TimeSpan.FromSeconds(149);
        await keeper.AccessToken();
        Assert.Single(source.Calls);
    }

    [Fact]
    public async Task AccessToken_Expired_IsNotServed()
    {
        var keeper = Keeper();
        await keeper.AccessToken();
        now += TimeSpan.FromSeconds(7200);
        source.Current = "t2";
        Assert.Equal("t2", (await keeper.AccessToken()).Value);
    }

    [Fact]
    public async Task AccessToken_WeChatAway_ServesTheOldAndAsksEverLessOften()
    {
        var keeper = Keeper();
        await keeper.AccessToken();
        now += TimeSpan.FromSeconds(7200 - 290);
        source.Failure = WeChatOutcome.Unavailable;
        for (var second = 0; second < 200; second++)
        {
            Assert.Equal("t1", (await keeper.AccessToken()).Value);
            await Fetched(() => source.UnderWay == 0);
            now += TimeSpan.FromSeconds(1);
        }

        Assert.Equal(1 + 8, source.Calls.Count); // after 0, 1, 3, 7, 15, 31, 63 and 127 s
    }

    [Fact]
    public async Task AccessToken_WeChatAwayFromTheStart_TellsWhyWithoutAskingEachTime()
    {
        source.Failure = WeChatOutcome.Misconfigured;
        var keeper = Keeper();
        for (var i = 0; i < 10; i++)
        {
            Assert.Equal(new TokenResult(WeChatOutcome.Misconfigured), await keeper.AccessToken());
        }

        Assert.Single(source.Calls);
        now += TimeSpan.FromSeconds(1);
        source.Failure = WeChatOutcome.Ok;
        Assert.Equal("t1", (await keeper.AccessToken()).Value);
    }

    [Fact]
    public async Task Replace_ManyReportTheSame_IsOneFetch()
    {
        var keeper = Keeper();
        await keeper.AccessToken();
        source.Current = "t2";

        var tokens = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => keeper.Replace("t1").AsTask()));

        Assert.All(tokens, token => Assert.Equal("t2", token.Value));
        Assert.Equal(["normal", "normal"], source.Calls);
    }

    [Fact]
    public async Task Replace_OfAnOlderOne_GivesTheCurrentWithoutAsking()
    {
        var keeper = Keeper();
        await keeper.AccessToken();
        Assert.Equal("t1", (await keeper.Replace("t0")).Value);
        Assert.Single(source.Calls);
    }

    [Fact]
    public async Task Replace_WeChatInsistsOnTheRefused_ForcesAnother()
    {
        var keeper = Keeper();
        await keeper.AccessToken();
        Assert.Equal("forced-1", (await keeper.Replace("t1")).Value);
        Assert.Equal(["normal", "normal", "force"], source.Calls);
    }

    [Fact]
    public async Task Replace_AgainWithin30Seconds_TriesTheSameOnceThenWaits()
    {
        var keeper = Keeper();
        await keeper.AccessToken();
        await keeper.Replace("t1");
        Assert.Equal("forced-1", (await keeper.Replace("forced-1")).Value); // WeChat says that it is the current one
        Assert.Equal(new TokenResult(WeChatOutcome.TokenRejected), await keeper.Replace("forced-1"));
        Assert.Equal(new TokenResult(WeChatOutcome.TokenRejected), await keeper.AccessToken());
        Assert.Equal(["normal", "normal", "force", "normal"], source.Calls);

        now += TimeSpan.FromSeconds(30);
        Assert.Equal("forced-2", (await keeper.AccessToken()).Value);
    }

    [Fact]
    public async Task Replace_AllDayLong_ForcesNoMoreThanWeChatAllows()
    {
        var keeper = Keeper();
        var token = (await keeper.AccessToken()).Value!;
        for (var minute = 0; minute < 1_000; minute++)
        {
            token = (await keeper.Replace(token)).Value ?? token;
            now += TimeSpan.FromMinutes(1);
        }

        Assert.Equal(19, source.Calls.Count(call => call == "force"));
        now += TimeSpan.FromDays(1);
        await keeper.Replace(token);
        Assert.Equal(20, source.Calls.Count(call => call == "force"));
    }

    [Fact]
    public async Task TakeUp_AfterARestart_FetchesNothing()
    {
        var before = Keeper();
        await before.AccessToken();
        await before.JsTicket();

        var after = Keeper();
        after.TakeUp(stored[^1]);

        Assert.Equal(("t1", "ticket-t1"), ((await after.AccessToken()).Value, (await after.JsTicket()).Value));
        Assert.Equal(["normal", "ticket"], source.Calls);
    }

    [Fact]
    public async Task JsTicket_TokenRefused_IsFetchedWithAnother()
    {
        var keeper = Keeper();
        await keeper.AccessToken();
        source.Refused = "t1";
        source.Current = "t2";
        Assert.Equal("ticket-t2", (await keeper.JsTicket()).Value);
    }

    [Fact]
    public async Task JsTicket_TokenReplaced_IsRenewedWhileTheOldServes()
    {
        var keeper = Keeper();
        Assert.Equal("ticket-t1", (await keeper.JsTicket()).Value);
        source.Current = "t2";
        await keeper.Replace("t1");
        Assert.Equal("ticket-t1", (await keeper.JsTicket()).Value);
        await Fetched(() => stored.Count == 4);
        Assert.Equal("ticket-t2", (await keeper.JsTicket()).Value);
        Assert.Equal(2, source.Calls.Count(call => call == "ticket"));
    }

    [Fact]
    public void Secrets_Formatted_AreNotShown()
    {
        var kept = KeptToken.Of(new(WeChatOutcome.Ok, "s3cret", TimeSpan.FromHours(2)), now);
        foreach (var shown in new object[] { kept, new KeptTokens(kept, kept, []), new TokenResult(WeChatOutcome.Ok, "s3cret"), new FetchedToken(WeChatOutcome.Ok, "s3cret", default) })
        {
            Assert.DoesNotContain("s3cret", shown.ToString(), StringComparison.Ordinal);
        }
    }

    private TokenKeeper Keeper() => new(WeChatAccount.ServiceAccount, source, () => now, kept =>
    {
        stored.Add(kept);
        return Task.CompletedTask;
    });

    private static Task Fetched(Func<bool> condition) => Storage.Eventually.HoldsAsync(() => Task.FromResult(condition()), "the fetch in the background has ended");

    private sealed class Source : IWeChatTokenSource
    {
        private readonly List<string> _calls = [];
        private int _forced;

        public IReadOnlyList<string> Calls
        {
            get
            {
                lock (_calls)
                {
                    return [.. _calls];
                }
            }
        }

        public int UnderWay;

        public string Current { get; set; } = "t1";

        public string? Refused { get; set; }

        public TimeSpan Lifetime { get; set; } = TimeSpan.FromHours(2);

        public WeChatOutcome Failure { get; set; } = WeChatOutcome.Ok;

        public TaskCompletionSource? Gate { get; set; }

        public async Task<FetchedToken> FetchToken(WeChatAccount account, bool force, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref UnderWay);
            Note(force ? "force" : "normal");
            await (Gate?.Task ?? Task.CompletedTask);
            Current = force ? $"forced-{++_forced}" : Current;
            Interlocked.Decrement(ref UnderWay);
            return Failure is WeChatOutcome.Ok ? new(Failure, Current, Lifetime) : new(Failure, "", default);
        }

        public Task<FetchedToken> FetchJsTicket(string accessToken, CancellationToken cancellationToken)
        {
            Note("ticket");
            return Task.FromResult(accessToken == Refused
                ? new FetchedToken(WeChatOutcome.TokenRejected, "", default)
                : new(WeChatOutcome.Ok, "ticket-" + accessToken, Lifetime));
        }

        private void Note(string call)
        {
            lock (_calls)
            {
                _calls.Add(call);
            }
        }
    }
}
