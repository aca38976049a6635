using Engagement.WeChat.Emulator.Accounts;
using Engagement.WeChat.Emulator.Answers;

namespace Engagement.WeChat.Emulator.Calls;

/// <summary>A call that WeChat's servers answer.</summary>
/// <param name="Name">Its path without the leading slash, by which it is counted and disturbed.</param>
/// <param name="Post">Whether it must be a POST with a JSON object; else it must be a GET.</param>
/// <param name="Right">Whose token it needs.</param>
/// <param name="PerDay">Most calls of an account in one Beijing day.</param>
/// <param name="PerMinute">Most calls of an account in one minute.</param>
/// <param name="Handle">Answers it, after everything above was checked.</param>
internal sealed record ApiRoute(string Name, bool Post, Right Right, long PerDay, long PerMinute, Func<ApiCall, ApiAnswer> Handle)
{
    /// <summary>More than any test reaches.</summary>
    public const long Unlimited = long.MaxValue;

    public static ApiRoute Get(string name, Right right, Func<ApiCall, ApiAnswer> handle, long perDay = Unlimited, long perMinute = Unlimited) =>
        new(name, Post: false, right, perDay, perMinute, handle);

    public static ApiRoute Send(string name, Right right, Func<ApiCall, ApiAnswer> handle, long perDay = Unlimited, long perMinute = Unlimited) =>
        new(name, Post: true, right, perDay, perMinute, handle);
}

/// <summary>A feature's calls.</summary>
internal interface IApi
{
    IEnumerable<ApiRoute> Routes { get; }
}
