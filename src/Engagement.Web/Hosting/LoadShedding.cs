using System.Globalization;
using System.Threading.RateLimiting;
using Engagement.Contracts;
using Engagement.Web.Problems;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace Engagement.Web;

/// <summary>
/// Turns requests away at the door while more are under way than can be answered in time: at once, before a session is read,
/// with a word that nothing happened. Static files and listeners of events don't count.
/// </summary>
internal sealed class LoadShedding(RequestDelegate next, IOptions<RateLimits> limits, IProblemDetailsService problems) : IDisposable
{
    private readonly ConcurrencyLimiter _door = new(new()
    {
        PermitLimit = limits.Value.Concurrent, QueueLimit = limits.Value.Concurrent / 4, QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    /// <summary>Whether this request was turned away.</summary>
    public static bool Shed(HttpContext context) => context.Items.ContainsKey(typeof(LoadShedding));

    public async Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<DisableRateLimitingAttribute>() is not null || context.Features.Get<IStatusCodeReExecuteFeature>() is not null)
        {
            await next(context);
            return;
        }

        using var place = _door.AttemptAcquire();
        if (place.IsAcquired)
        {
            await next(context);
            return;
        }

        using var later = await _door.AcquireAsync(1, context.RequestAborted);
        await (later.IsAcquired ? next(context) : Refuse(context));
    }

    private async Task Refuse(HttpContext context)
    {
        context.Items[typeof(LoadShedding)] = true;
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        // Spread, so that those turned away do not all come back together.
        context.Response.Headers.RetryAfter = Random.Shared.Next(2, 7).ToString(CultureInfo.InvariantCulture);
        if (context.Request.Path.StartsWithSegments("/api"))
        {
            var problem = OutcomeProblem.Details(Outcome.Busy);
            problem.Status = StatusCodes.Status503ServiceUnavailable;
            await problems.TryWriteAsync(new() { HttpContext = context, ProblemDetails = problem });
        } // pages show their own panel
    }

    public void Dispose() => _door.Dispose();
}
