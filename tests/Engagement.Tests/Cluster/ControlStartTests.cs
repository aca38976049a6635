using Engagement.Grains.Storage;
using Engagement.Tests.Storage;
using Engagement.Web;
using Engagement.Web.Sessions;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using StackExchange.Redis;

namespace Engagement.Tests.Cluster;

/// <summary>Processes of a new city that start at the same moment.</summary>
public sealed class ControlStartTests
{
    [RedisFact]
    public async Task Starting_ManyOnAnEmptyControl_MakeOneKeyThatAllRead()
    {
        await using var control = await RedisServer.StartAsync();
        var processes = Enumerable.Range(0, 6).Select(_ => Process(control.Connection)).ToArray();
        await Task.WhenAll(processes.Select(services => Task.Run(() =>
            ActivatorUtilities.CreateInstance<ControlStart>(services).StartingAsync(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(60)))));

        var redis = processes[0].GetRequiredService<ControlConnection>().Multiplexer.GetDatabase();
        Assert.Equal(1, await redis.ListLengthAsync("{jiangmen}:ring"));
        var ticket = Protector(processes[0]).Protect("somebody");
        Assert.All(processes, services => Assert.Equal("somebody", Protector(services).Unprotect(ticket)));
        foreach (var services in processes)
        {
            await services.DisposeAsync();
        }
    }

    private static IDataProtector Protector(IServiceProvider services) => services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test");

    private static ServiceProvider Process(string control)
    {
        var services = new ServiceCollection().AddLogging();
        services.Configure<CellKeyOptions>(keys => keys.Master = Convert.ToBase64String(new byte[32]));
        services.AddSingleton<Cell>().AddSingleton<CellKeys>().AddSessions();
        services.AddSingleton(new ControlConnection(ConfigurationOptions.Parse(control), NullLoggerFactory.Instance));
        return services.BuildServiceProvider();
    }
}
