using Engagement.WeChat.Emulator.Accounts;
using Engagement.WeChat.Emulator.Answers;
using Engagement.WeChat.Emulator.State;

namespace Engagement.WeChat.Emulator.Calls;

/// <summary>Counts calls, so that a tester sees what was asked of WeChat, and holds accounts to their quotas.</summary>
internal sealed class CallBook(EmulatorStore store)
{
    /// <summary>How often an account may clear its quotas in a month.</summary>
    public const int ClearsPerMonth = 10;

    /// <summary>Counts an answered call. <paramref name="errcode"/> 0 is a success.</summary>
    public void Count(string name, int errcode, DateTimeOffset now) => store.Change(state =>
    {
        if (!state.Calls.TryGetValue(name, out var count))
        {
            state.Calls[name] = count = new();
        }

        count.Total++;
        count.LastAt = now;
        if (errcode != 0)
        {
            count.Errors[errcode] = count.Errors.GetValueOrDefault(errcode) + 1;
        }
    });

    /// <summary>Uses one call of the account's quota, or says which quota is used up.</summary>
    public ApiError? Take(ApiRoute route, Account account, DateTimeOffset now) =>
        Take($"{account.AppId}/{route.Name}", route.PerDay, route.PerMinute, now);

    /// <summary>Uses one call of any quota, or says which is used up. <paramref name="key"/> names it.</summary>
    public ApiError? Take(string key, long perDay, long perMinute, DateTimeOffset now) =>
        perDay == ApiRoute.Unlimited && perMinute == ApiRoute.Unlimited ? null : store.Change(state =>
        {
            if (!state.Quotas.TryGetValue(key, out var use))
            {
                state.Quotas[key] = use = new();
            }

            var (day, minute) = (BeijingDay(now), now.ToUnixTimeSeconds() / 60);
            (use.InDay, use.Day) = (use.Day == day ? use.InDay : 0, day);
            (use.InMinute, use.Minute) = (use.Minute == minute ? use.InMinute : 0, minute);
            if (use.InDay >= perDay || use.InMinute >= perMinute)
            {
                return use.InDay >= perDay ? ApiError.DailyQuota : ApiError.MinuteQuota;
            }

            use.InDay++;
            use.InMinute++;
            return null;
        });

    /// <summary>Gives an account its daily quotas back.</summary>
    public ApiError? Clear(Account account, DateTimeOffset now) => store.Change(state =>
    {
        var month = BeijingDay(now).ToString("yyyy-MM", null);
        var key = $"{account.AppId}/{month}";
        if (state.Clears.GetValueOrDefault(key) >= ClearsPerMonth)
        {
            return ApiError.TooManyClears;
        }

        state.Clears[key] = state.Clears.GetValueOrDefault(key) + 1;
        foreach (var (name, use) in state.Quotas)
        {
            use.InDay = name.StartsWith(account.AppId + "/", StringComparison.Ordinal) ? 0 : use.InDay;
        }

        return null;
    });

    /// <summary>Every count, a copy.</summary>
    public IReadOnlyDictionary<string, CallCount> All => store.Read(state => state.Calls.ToDictionary(
        entry => entry.Key,
        entry => new CallCount { Total = entry.Value.Total, Errors = new(entry.Value.Errors), LastAt = entry.Value.LastAt }));

    /// <summary>Begins counting anew; quotas stay.</summary>
    public void Reset() => store.Change(state => state.Calls.Clear());

    private static DateOnly BeijingDay(DateTimeOffset now) => DateOnly.FromDateTime(now.ToOffset(TimeSpan.FromHours(8)).DateTime);
}
