using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Engagement.Web.Health;

/// <summary>
/// A restart would not help: this answer itself is the local progress. The one exception is a silo that the membership table
/// has forgotten: it would serve for ever in a cluster of its own.
/// </summary>
internal sealed class LiveProbe(IServiceProvider services) : IHealthCheck
{
    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
        services.GetService<MembershipWatch>() is { IsForgotten: true } ? HealthCheckResult.Unhealthy() : HealthCheckResult.Healthy());
}
