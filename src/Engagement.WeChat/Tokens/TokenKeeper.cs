namespace Engagement.WeChat;

/// <summary>
/// The rules of owning an account's tokens, wherever the owner lives: fetch ahead of expiry, one fetch for everybody who
/// waits, replace only what is still the current one, force rarely, and ask a WeChat that fails ever less often.
/// Safe for parallel callers; in a grain everything runs in its turns.
/// </summary>
/// <param name="account">Whose tokens.</param>
/// <param name="source">WeChat.</param>
/// <param name="now">The clock.</param>
/// <param name="keep">Called with every new state, to store it; must not throw.</param>
public sealed class TokenKeeper(WeChatAccount account, IWeChatTokenSource source, Func<DateTimeOffset> now, Func<KeptTokens, Task> keep)
{
    /// <summary>WeChat allows 20 forced fetches a day, 30 s apart; one is left for people.</summary>
    private const int ForcedPerDay = 19;
    private static readonly TimeSpan ForcedApart = TimeSpan.FromSeconds(30);

    private readonly Lock _lock = new();
    private readonly Attempts _token = new();
    private readonly Attempts _ticket = new();
    private KeptTokens _kept = KeptTokens.None;
    private string? _rejected;

    /// <summary>What is kept now.</summary>
    public KeptTokens Kept
    {
        get
        {
            lock (_lock)
            {
                return _kept;
            }
        }
    }

    /// <summary>Takes up what an earlier owner stored. Only before the first call.</summary>
    public void TakeUp(KeptTokens kept)
    {
        lock (_lock)
        {
            _kept = kept;
        }
    }

    /// <summary>The token to use now.</summary>
    public ValueTask<TokenResult> AccessToken()
    {
        lock (_lock)
        {
            return Serve(_kept.Token, _token, Renew);
        }
    }

    /// <summary>The token to use after WeChat refused <paramref name="rejected"/>.</summary>
    public ValueTask<TokenResult> Replace(string rejected)
    {
        lock (_lock)
        {
            if (_kept.Token?.Value == rejected)
            {
                // The ticket came with that token: a page signed with it may be refused too.
                var ticket = _kept.Ticket is { } old ? old with { RefreshAt = now() } : null;
                (_rejected, _kept) = (rejected, _kept with { Token = null, Ticket = ticket });
            }

            return Serve(_kept.Token, _token, Renew);
        }
    }

    /// <summary>The JS ticket to sign with now.</summary>
    public ValueTask<TokenResult> JsTicket()
    {
        lock (_lock)
        {
            return Serve(_kept.Ticket, _ticket, RenewTicket);
        }
    }

    private ValueTask<TokenResult> Serve(KeptToken? kept, Attempts attempts, Func<Task<FetchedToken>> fetch)
    {
        var instant = now();
        var serves = kept is not null && instant < kept.ExpiresAt;
        if (serves && instant < kept!.RefreshAt)
        {
            return new(new TokenResult(WeChatOutcome.Ok, kept.Value));
        }

        if (attempts.UnderWay is null && instant < attempts.NotBefore)
        {
            return new(serves ? new TokenResult(WeChatOutcome.Ok, kept!.Value) : new TokenResult(attempts.Last));
        }

        var fetching = attempts.UnderWay ??= Fetch(attempts, fetch);
        return serves ? new(new TokenResult(WeChatOutcome.Ok, kept!.Value)) : new(fetching); // nobody waits for a fetch ahead of time
    }

    private async Task<TokenResult> Fetch(Attempts attempts, Func<Task<FetchedToken>> fetch)
    {
        await Task.Yield(); // the lock is left first, and the task is known before it can end
        var fetched = await Quietly(fetch);
        KeptTokens kept;
        lock (_lock)
        {
            attempts.UnderWay = null;
            // WeChat calls the refused token the current one, and none may be forced now: it is tried, but counts as a failure.
            var doubtful = fetched.Value == _rejected && ReferenceEquals(attempts, _token);
            attempts.Ended(doubtful ? WeChatOutcome.TokenRejected : fetched.Outcome, now());
            if (fetched.Outcome is not WeChatOutcome.Ok)
            {
                return new(fetched.Outcome);
            }

            var fresh = KeptToken.Of(fetched, now());
            kept = _kept = ReferenceEquals(attempts, _token) ? _kept with { Token = fresh } : _kept with { Ticket = fresh };
        }

        await keep(kept);
        return new(WeChatOutcome.Ok, fetched.Value);
    }

    // Asking without force is cheap and gives the current token: another than the refused one when that has run out or somebody
    // else forced it. Only when WeChat gives the refused one again is a new one forced.
    private async Task<FetchedToken> Renew()
    {
        var fetched = await source.FetchToken(account, force: false, CancellationToken.None);
        return fetched.Outcome is WeChatOutcome.Ok && MayForce(fetched.Value) ? await source.FetchToken(account, force: true, CancellationToken.None) : fetched;
    }

    private bool MayForce(string value)
    {
        lock (_lock)
        {
            if (value != _rejected)
            {
                return false;
            }

            var instant = now();
            var recent = _kept.Forced.Where(at => instant - at < TimeSpan.FromDays(1)).ToList();
            if (recent.Count >= ForcedPerDay || recent.Exists(at => instant - at < ForcedApart))
            {
                return false;
            }

            _kept = _kept with { Forced = [.. recent, instant] };
            return true;
        }
    }

    private async Task<FetchedToken> RenewTicket()
    {
        var token = await AccessToken();
        var fetched = token.IsOk ? await source.FetchJsTicket(token.Value, CancellationToken.None) : new(token.Outcome, "", TimeSpan.Zero);
        if (fetched.Outcome is WeChatOutcome.TokenRejected && token.Value is { } rejected && await Replace(rejected) is { IsOk: true } other)
        {
            fetched = await source.FetchJsTicket(other.Value, CancellationToken.None);
        }

        return fetched;
    }

    private static async Task<FetchedToken> Quietly(Func<Task<FetchedToken>> fetch)
    {
        try
        {
            return await fetch();
        }
        catch (OperationCanceledException) // the process is ending
        {
            return new(WeChatOutcome.Unavailable, "", TimeSpan.Zero);
        }
    }

    /// <summary>How fetching goes: 1 s after a failure, then 2, 4, up to 5 min.</summary>
    private sealed class Attempts
    {
        private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);
        private int _failures;

        public Task<TokenResult>? UnderWay { get; set; }

        public WeChatOutcome Last { get; private set; }

        public DateTimeOffset NotBefore { get; private set; }

        public void Ended(WeChatOutcome outcome, DateTimeOffset at)
        {
            (Last, _failures) = (outcome, outcome is WeChatOutcome.Ok ? 0 : _failures + 1);
            NotBefore = _failures == 0 ? default : at + TimeSpan.FromSeconds(Math.Min(Longest.TotalSeconds, Math.Pow(2, Math.Min(_failures, 10) - 1)));
        }
    }
}
