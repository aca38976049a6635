using Orleans.Configuration;
using StackExchange.Redis;

namespace Engagement.Web;

/// <summary>A setting without which the program can't run; the message says which and what it is.</summary>
public sealed class ConfigurationException(string message) : Exception(message);

/// <summary>Membership and reminders in a Redis of their own: losing the membership table splits the cluster for good (design.md §2).</summary>
public static class Clustering
{
    /// <summary>Clusters through <c>Control:Connection</c>.</summary>
    public static void AddRedis(ISiloBuilder silo, IConfiguration configuration)
    {
        var control = ConfigurationOptions.Parse(configuration["Control:Connection"]
            ?? throw new ConfigurationException("Control:Connection is missing: the Redis of membership and reminders, apart from the cell's."));
        control.AbortOnConnectFail = false;
        silo.Configure<ClusterOptions>(cluster =>
        {
            cluster.ServiceId = configuration["Orleans:ServiceId"] ?? "engagement";
            cluster.ClusterId = configuration["Orleans:ClusterId"] ?? "engagement";
        });
        silo.UseRedisClustering(redis => redis.ConfigurationOptions = control);
        silo.UseRedisReminderService(redis => redis.ConfigurationOptions = control);
    }
}
