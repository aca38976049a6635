using Engagement.Grains.Storage;
using Engagement.Web.Problems;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using StackExchange.Redis;

namespace Engagement.Web.Health;

/// <summary>Requests may come: the silo is active, nobody told the process to stop, the store answers and is safe.</summary>
internal sealed class ReadyProbe(StartupProbe startup, StoreConnection store, StoreCheck check, IHostApplicationLifetime lifetime) : IHealthCheck
{
    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        startup.IsActive && !lifetime.ApplicationStopping.IsCancellationRequested && await StoreAnswers() && !lifetime.ApplicationStopping.IsCancellationRequested
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy();

    private async Task<bool> StoreAnswers()
    {
        try
        {
            await store.Database.PingAsync().WaitAsync(Calls.Patience);
            return check.IsSafe; // looked at every second by StoreWatch
        }
        catch (Exception e) when (e is RedisException or TimeoutException)
        {
            return false;
        }
    }
}
