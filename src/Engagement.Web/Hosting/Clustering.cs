using Engagement.Web.Health;
using Microsoft.Extensions.Options;
using Orleans.Clustering.Redis;
using Orleans.Configuration;
using StackExchange.Redis;

namespace Engagement.Web;

/// <summary>A setting without which the program can't run; the message says which and what it is.</summary>
public sealed class ConfigurationException(string message) : Exception(message);

/// <summary>Membership and reminders in a Redis of their own: losing the membership table splits the cluster for good (design.md §2).</summary>
public static class Clustering
{
    /// <summary>Clusters through <c>Control:Connection</c>, with the endpoints of <see cref="NodeOptions"/>.</summary>
    public static void AddRedis(ISiloBuilder silo, IConfiguration configuration)
    {
        var control = ControlConnection.Configure(configuration);
        silo.Services.AddSingleton(services => new ControlConnection(control, services.GetRequiredService<ILoggerFactory>()));
        silo.Services.AddHostedService<ControlStart>();
        silo.Services.AddSingleton<MembershipWatch>().AddHostedService(static services => services.GetRequiredService<MembershipWatch>());
        silo.Services.AddOptions<NodeOptions>().BindConfiguration("Orleans").ValidateDataAnnotations().ValidateOnStart();
        silo.Services.AddOptions<ClusterOptions>().Configure<IOptions<NodeOptions>>(static (cluster, node) =>
            (cluster.ServiceId, cluster.ClusterId) = (node.Value.ServiceId, node.Value.ClusterId));
        silo.Services.AddOptions<SiloOptions>().Configure<IOptions<NodeOptions>>(static (options, node) => options.SiloName = node.Value.Name);
        silo.Services.AddOptions<EndpointOptions>().Configure<IOptions<NodeOptions>>(static (endpoint, node) =>
            (endpoint.AdvertisedIPAddress, endpoint.SiloPort, endpoint.GatewayPort) = (node.Value.Address, node.Value.SiloPort, node.Value.GatewayPort));
        SiloTls.Add(silo, configuration);
        silo.UseRedisClustering(redis => redis.ConfigurationOptions = control);
        silo.UseRedisReminderService(redis => redis.ConfigurationOptions = control);
        silo.Services.AddOptions<RedisClusteringOptions>().Configure<ControlConnection>(static (redis, shared) => redis.CreateMultiplexer = _ => Shared(shared));
        silo.Services.AddOptions<RedisReminderTableOptions>().Configure<ControlConnection>(static (redis, shared) => redis.CreateMultiplexer = _ => Shared(shared));
    }

    private static Task<(IConnectionMultiplexer Multiplexer, bool IsShared)> Shared(ControlConnection control) => Task.FromResult((control.Multiplexer, true));
}
