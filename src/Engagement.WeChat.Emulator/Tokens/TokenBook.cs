using System.Security.Cryptography;
using Engagement.WeChat.Emulator.Accounts;
using Engagement.WeChat.Emulator.Answers;
using Engagement.WeChat.Emulator.State;

namespace Engagement.WeChat.Emulator.Tokens;

/// <summary>Access tokens and tickets of both accounts.
/// https://developers.weixin.qq.com/doc/service/api/base/api_getstableaccesstoken.html</summary>
internal sealed class TokenBook(EmulatorStore store, AccountBook accounts)
{
    /// <summary>Life of a token and of a ticket.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromSeconds(7200);

    /// <summary>How long the old one works beside the new one; with less left, a stable token or ticket is renewed.</summary>
    public static readonly TimeSpan Overlap = TimeSpan.FromMinutes(5);

    /// <summary>Least time between two forced renewals.</summary>
    public static readonly TimeSpan ForceGap = TimeSpan.FromSeconds(30);

    /// <summary>Most forced renewals of an account in 24 hours.</summary>
    public const int ForcesPerDay = 20;

    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";

    /// <summary>A new classic token: the one before works for five minutes more.</summary>
    public IssuedToken Classic(Account account, DateTimeOffset now) =>
        store.Change(state => Line(state, account, TokenKind.Classic).Renew(NewToken(), now + Life, now + Overlap));

    /// <summary>The stable token or ticket: the same as before until less than five minutes of it are left.</summary>
    public IssuedToken Steady(Account account, TokenKind kind, DateTimeOffset now) => store.Change(state =>
    {
        var line = Line(state, account, kind);
        return line.Current is { } current && current.WorksUntil - now >= Overlap
            ? current
            : line.Renew(kind is TokenKind.Ticket ? NewTicket() : NewToken(), now + Life, now + Overlap);
    });

    /// <summary>A new stable token at once; the one before is invalid from now on.</summary>
    public (IssuedToken? Token, ApiError? Error) Force(Account account, DateTimeOffset now) => store.Change<(IssuedToken?, ApiError?)>(state =>
    {
        var line = Line(state, account, TokenKind.Stable);
        line.Forced.RemoveAll(at => at <= now - TimeSpan.FromDays(1));
        if (line.Forced.Count >= ForcesPerDay)
        {
            return (null, ApiError.DailyQuota);
        }

        if (line.Forced is [.., var last] && now - last < ForceGap)
        {
            return (null, ApiError.MinuteQuota);
        }

        line.Forced.Add(now);
        return (line.Renew(NewToken(), now + Life, now), null);
    });

    /// <summary>Makes every token of the account invalid at once, without a new one being asked for.</summary>
    public void Revoke(Account account, DateTimeOffset now) => store.Change(state =>
    {
        foreach (var kind in new[] { TokenKind.Classic, TokenKind.Stable })
        {
            var line = Line(state, account, kind);
            line.Retired = [.. line.Retired.Select(token => token with { WorksUntil = now < token.WorksUntil ? now : token.WorksUntil })];
            if (line.Current is not null)
            {
                line.Renew(NewToken(), now + Life, now);
            }
        }
    });

    /// <summary>Whose token it is, or why it isn't one.</summary>
    public ApiError? Check(string value, DateTimeOffset now, out Account account)
    {
        account = accounts.Service;
        if (value.Length == 0)
        {
            return ApiError.MissingToken;
        }

        if (value.Length is < 32 or > 512 || value.AsSpan().ContainsAnyExcept(Alphabet))
        {
            return ApiError.InvalidToken;
        }

        foreach (var owner in new[] { accounts.Service, accounts.MiniProgram })
        {
            if ((Find(owner, TokenKind.Stable, value) ?? Find(owner, TokenKind.Classic, value)) is { } found)
            {
                account = owner;
                return now < found.WorksUntil ? null : now >= found.ExpiresAt ? ApiError.TokenExpired : ApiError.InvalidCredential;
            }
        }

        return ApiError.InvalidCredential;
    }

    /// <summary>The account's tickets that a signature may be made with now.</summary>
    public IReadOnlyList<string> Tickets(Account account, DateTimeOffset now) => store.Change(state =>
    {
        var line = Line(state, account, TokenKind.Ticket);
        return line.Retired.Append(line.Current).OfType<IssuedToken>().Where(ticket => now < ticket.WorksUntil).Select(ticket => ticket.Value).ToArray();
    });

    /// <summary>The latest of a kind, or null before the first.</summary>
    public IssuedToken? Latest(Account account, TokenKind kind) => store.Read(state => state.Tokens.GetValueOrDefault(Key(account, kind))?.Current);

    private IssuedToken? Find(Account account, TokenKind kind, string value) => store.Read(state =>
        state.Tokens.TryGetValue(Key(account, kind), out var line)
            ? line.Current?.Value == value ? line.Current : line.Retired.LastOrDefault(token => token.Value == value)
            : null);

    private static TokenLine Line(EmulatorState state, Account account, TokenKind kind)
    {
        var key = Key(account, kind);
        return state.Tokens.TryGetValue(key, out var line) ? line : state.Tokens[key] = new();
    }

    private static string Key(Account account, TokenKind kind) => $"{account.AppId}/{kind}";

    private static string NewToken() => $"{RandomNumberGenerator.GetInt32(10, 100)}_{RandomNumberGenerator.GetString(Alphabet, 136)}";

    private static string NewTicket() => RandomNumberGenerator.GetString(Alphabet, 86);
}
