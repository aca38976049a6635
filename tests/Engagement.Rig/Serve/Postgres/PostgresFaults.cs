using Engagement.Contracts;
using Engagement.Web.Problems;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Npgsql;

namespace Engagement.Rig.Serve.Postgres;

/// <summary>Faults of PostgreSQL as the product answers faults of its store.</summary>
internal sealed class PostgresFaults(IProblemDetailsService problems) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is not NpgsqlException)
        {
            return false;
        }

        httpContext.Response.StatusCode = OutcomeProblem.Status(Outcome.OutcomeUnknown);
        httpContext.Response.Headers.RetryAfter = "2";
        return await problems.TryWriteAsync(new() { HttpContext = httpContext, ProblemDetails = OutcomeProblem.Details(Outcome.OutcomeUnknown) });
    }
}
