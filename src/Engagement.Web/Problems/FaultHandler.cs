using Engagement.Contracts;
using Microsoft.AspNetCore.Diagnostics;
using StackExchange.Redis;

namespace Engagement.Web.Problems;

/// <summary>Turns faults of the store into answers: nothing is shown as done, and the same command may be sent again.</summary>
public sealed partial class FaultHandler(IProblemDetailsService problems, ILogger<FaultHandler> log) : IExceptionHandler
{
    /// <summary>
    /// What the person or program should read, for a fault that we know; null for any other. A silo that hangs shows itself as
    /// a cancelled call; a request that its client gave up never comes here.
    /// </summary>
    public static Outcome? OutcomeOf(Exception fault) => fault switch
    {
        LedgerBusyException or LimitExceededException => Outcome.Busy,
        LedgerException or RedisException or TimeoutException or OrleansException or OperationCanceledException => Outcome.OutcomeUnknown,
        _ => null,
    };

    /// <inheritdoc/>
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (OutcomeOf(exception) is not { } outcome)
        {
            return false;
        }

        Answered(outcome, exception.GetType().Name);
        httpContext.Response.StatusCode = OutcomeProblem.Status(outcome);
        httpContext.Response.Headers.RetryAfter = "2";
        return await problems.TryWriteAsync(new() { HttpContext = httpContext, ProblemDetails = OutcomeProblem.Details(outcome) });
    }

    [LoggerMessage(LogLevel.Warning, "Answered {Outcome} after {Fault}")]
    private partial void Answered(Outcome outcome, string fault);
}
