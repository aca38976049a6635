using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Engagement.Web.Health;

/// <summary>The silo is an active member of the cluster.</summary>
internal sealed class StartupProbe(IClusterMembershipService members, ILocalSiloDetails silo) : IHealthCheck
{
    /// <summary>What this process knows of its own place; asks nobody.</summary>
    public bool IsActive => members.CurrentSnapshot.GetSiloStatus(silo.SiloAddress) == SiloStatus.Active;

    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(IsActive ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy());
}
