using Microsoft.Extensions.Options;
using Orleans.Clustering.Redis;
using Orleans.Configuration;
using StackExchange.Redis;

namespace Engagement.Web.Health;

/// <summary>
/// Looks whether the membership table still knows this silo. A table that was lost (flushed, restored from a backup, a Redis
/// without its data) splits the cluster for good, unless the silos that it forgot are restarted (design.md §8).
/// </summary>
internal sealed partial class MembershipWatch(
    ControlConnection control, IClusterMembershipService members, ILocalSiloDetails silo, IOptions<RedisClusteringOptions> redis,
    IOptions<ClusterOptions> cluster, IOptions<HostingOptions> hosting, ILogger<MembershipWatch> log) : BackgroundService
{
    private int _missed;

    /// <summary>Whether the row was gone, or the table older than what this silo saw, several times in a row.</summary>
    public bool IsForgotten => Volatile.Read(ref _missed) >= hosting.Value.MembershipPolls;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(hosting.Value.MembershipPollSeconds));
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await Look();
        }
    }

    private async Task Look()
    {
        var seen = members.CurrentSnapshot; // before the table: which only grows
        if (seen.GetSiloStatus(silo.SiloAddress) != SiloStatus.Active)
        {
            return;
        }

        try
        {
            var row = await control.Multiplexer.GetDatabase().HashGetAsync(
                redis.Value.CreateRedisKey(cluster.Value), ["Version", silo.SiloAddress.ToString()], CommandFlags.DemandMaster);
            var forgotten = row[0].IsNull || row[1].IsNull || (long)row[0] < seen.Version.Value;
            Volatile.Write(ref _missed, forgotten ? Math.Min(_missed, int.MaxValue - 1) + 1 : 0);
            if (forgotten && _missed == hosting.Value.MembershipPolls)
            {
                Forgotten(silo.SiloAddress.ToString(), (string?)row[0] ?? "none", seen.Version.Value);
            }
        }
        catch (Exception e) when (e is RedisException or TimeoutException)
        {
            // Unreachable says nothing about the table: neither counted nor forgiven.
        }
    }

    [LoggerMessage(LogLevel.Critical, "The membership table has forgotten this silo ({Silo}; table version {Table}, ours {Ours}): liveness fails until a restart")]
    private partial void Forgotten(string silo, string table, long ours);
}
