using Engagement.Grains.Storage;
using Microsoft.Extensions.DependencyInjection;
using StackExchange.Redis;

namespace Engagement.Grains.Recounting;

/// <summary>
/// The subcommand `recount --repair`: writes counters, boards, indexes and agenda entries as the records say, after a
/// person decided so. Records, hops, guards and messages are primary and never touched: where one of them is wrong,
/// nothing is repaired, because what is derived from it would be wrong too.
/// </summary>
public static class RepairCommand
{
    private const int Page = 500;

    /// <summary>
    /// Prints every entry that is not as the records say, and with <paramref name="write"/> makes it so. 0 clean (now), 1
    /// something is left, 2 not quiet or not allowed: nothing, or not all, was written; repeat it.
    /// </summary>
    public static async Task<int> RunAsync(IServiceProvider services, TextWriter output, bool write)
    {
        var report = await Recount.RunAsync(services);
        if (report.ExitCode != 1)
        {
            await output.WriteLineAsync(report.Quiet ? "Clean: nothing to repair." : "Not quiet: the cell was written to meanwhile; nothing was repaired.");
            return report.ExitCode;
        }

        foreach (var difference in report.Differences)
        {
            await output.WriteLineAsync(difference.ToString());
        }

        var primary = report.Differences.Count(difference => difference.Repair is null);
        if (primary > 0)
        {
            await output.WriteLineAsync($"Nothing was repaired: {primary} of {report.Differences.Count} differences are not of derived entries. Restore a backup, or look at them one by one.");
            return 1;
        }

        if (!write)
        {
            await output.WriteLineAsync($"{report.Differences.Count} derived entries would be written as the records say. Add --yes to do it.");
            return 1;
        }

        await services.GetRequiredService<StoreCheck>().RequireAsync();
        if (!await WriteAsync(services, report, output))
        {
            return 2;
        }

        return await RecountCommand.RunAsync(services, output, json: false);
    }

    // Each page is one transaction that fails when a script ran since the recount.
    private static async Task<bool> WriteAsync(IServiceProvider services, RecountReport report, TextWriter output)
    {
        var (store, cell) = (services.GetRequiredService<StoreConnection>(), services.GetRequiredService<Cell>());
        var written = 0;
        try
        {
            foreach (var page in report.Differences.Chunk(Page))
            {
                var transaction = store.Database.CreateTransaction();
                transaction.AddCondition(Condition.StringEqual(cell.Sequence, report.Sequence));
                var writes = page.Select(difference => difference.Repair!.AddTo(transaction, cell.Key(difference.Key))).ToArray();
                if (!await transaction.ExecuteAsync())
                {
                    await output.WriteLineAsync($"Not quiet: the cell was written to meanwhile, after {written} of {report.Differences.Count} entries. Repeat it at a quiet moment.");
                    return false;
                }

                await Task.WhenAll(writes);
                written += page.Length;
            }
        }
        catch (RedisServerException e) when (e.Message.Contains("NOPERM", StringComparison.Ordinal))
        {
            await output.WriteLineAsync("Store:Connection names a user who may not repair: use the operator's (infra/redis-cell-users.conf).");
            return false;
        }

        await output.WriteLineAsync($"{written} entries written.");
        return true;
    }
}
