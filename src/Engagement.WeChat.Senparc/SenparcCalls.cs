using System.Globalization;
using Microsoft.Extensions.Logging;
using Polly.CircuitBreaker;
using Senparc.Weixin.Exceptions;

namespace Engagement.WeChat;

/// <summary>Makes calls of Senparc's API and tells outcomes by the product's own table, whether Senparc returns an error or throws it.</summary>
internal sealed class SenparcCalls(WeChatCaller caller, ILogger<SenparcCalls> log)
{
    /// <summary>For Senparc's <c>timeOut</c> parameters, in milliseconds.</summary>
    public static readonly int Timeout = (int)WeChatServices.Timeout.TotalMilliseconds;

    /// <summary>A call with an account's token, put off while its quota is used up, and made once more if WeChat refused the token.</summary>
    /// <param name="account">Whose token.</param>
    /// <param name="api">The path.</param>
    /// <param name="ask">Calls Senparc with the token.</param>
    /// <param name="read">What our own client would have read.</param>
    /// <param name="cancellationToken">The only thing that throws. Senparc can't be interrupted: it ends the wait, not the request.</param>
    public Task<(WeChatOutcome Outcome, TAnswer? Answer)> Call<TSaid, TAnswer>(
        WeChatAccount account, string api, Func<string, Task<TSaid>> ask, Func<TSaid, TAnswer> read, CancellationToken cancellationToken)
        where TSaid : class where TAnswer : WeChatAnswer, new() =>
        caller.Call(account, api, token => Ask(api, () => ask(token), read, cancellationToken), cancellationToken);

    /// <summary>A call without an account's token.</summary>
    public async Task<(WeChatOutcome Outcome, TAnswer? Answer)> Ask<TSaid, TAnswer>(
        string api, Func<Task<TSaid>> ask, Func<TSaid, TAnswer> read, CancellationToken cancellationToken)
        where TSaid : class where TAnswer : WeChatAnswer, new()
    {
        try
        {
            return await ask().WaitAsync(WeChatServices.Timeout, cancellationToken) is { } said
                ? Told(read(said))
                : Nothing<TAnswer>(WeChatOutcome.Unavailable, api, "unreadable");
        }
        catch (ErrorJsonResultException e) when (e.JsonResult is { } refusal)
        {
            return Told(new TAnswer { Errcode = (long)refusal.errcode, Errmsg = refusal.errmsg });
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            var (outcome, why) = Explain(e);
            return Nothing<TAnswer>(outcome, api, why);
        }
    }

    private static (WeChatOutcome Outcome, TAnswer? Answer) Told<TAnswer>(TAnswer answer) where TAnswer : WeChatAnswer =>
        (WeChatErrcodes.ToOutcome(answer.Errcode ?? 0), answer);

    // Which exception of which library comes out of Senparc, and how deep inside another, depends on its version. Messages are not
    // logged: they carry addresses with tokens.
    private static (WeChatOutcome Outcome, string Why) Explain(Exception thrown)
    {
        for (var e = thrown; e is not null; e = e.InnerException)
        {
            switch (e)
            {
                case BrokenCircuitException:
                    return (WeChatOutcome.Busy, "not asked: it failed again and again just now");
                case HttpRequestException http:
                    return (WeChatResilience.IsUnsent(http) ? WeChatOutcome.Busy : WeChatOutcome.Unavailable,
                        http.StatusCode is { } status ? string.Create(CultureInfo.InvariantCulture, $"HTTP {(int)status}") : http.HttpRequestError.ToString());
                case OperationCanceledException or TimeoutException:
                    return (WeChatOutcome.Unavailable, "timeout");
            }
        }

        return (WeChatOutcome.Unavailable, "unreadable: " + thrown.GetType().Name);
    }

    private (WeChatOutcome Outcome, TAnswer? Answer) Nothing<TAnswer>(WeChatOutcome outcome, string api, string why) where TAnswer : WeChatAnswer
    {
        log.NoAnswer(api, why);
        return (outcome, null);
    }
}
