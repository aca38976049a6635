using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Engagement.Rig.Serve.Postgres;

/// <summary>Keeps the boards' tables at most half a second behind the lines that wait: the product's pages are a second behind.</summary>
internal sealed partial class Rollup(PostgresStore store, ILogger<Rollup> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(500);
    private static readonly string Move = PostgresStore.Statement("rollup");

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await store.Run(Move);
            }
            catch (NpgsqlException e)
            {
                Later(e.Message);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "The boards are moved on later: {Why}")]
    private partial void Later(string why);
}
